package io.carriageway.vision.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.carriageway.vision.VehicleLabel;
import io.carriageway.vision.input.ColourOrder;
import io.carriageway.vision.input.ModelInput;
import io.carriageway.vision.input.Placement;
import io.carriageway.vision.input.Resample;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Describes a model, so that any export of a known layout runs without code. A card is accepted only if it is complete
 * and consistent, because a wrong one would give wrong counts without an error.
 */
public record ModelCard(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) Layout layout,
        @JsonProperty(required = true) int inputWidth,
        @JsonProperty(required = true) int inputHeight,
        @JsonProperty(required = true) ColourOrder colourOrder,
        @JsonProperty(required = true) float scale,
        @JsonProperty(required = true) Placement letterbox,
        @JsonProperty(required = true) int pad,
        Resample resample,
        @JsonProperty(required = true) List<String> classes,
        Map<String, String> aliases,
        @JsonProperty(required = true) float confidenceThreshold,
        Map<String, Float> confidenceThresholdByLabel,
        @JsonProperty(required = true) float iouThreshold,
        Float agnosticIouThreshold,
        @JsonProperty(required = true) String sha256)
        implements Serializable {

    public ModelCard {
        resample = resample == null ? Resample.BILINEAR : resample;
        classes = classes == null ? List.of() : List.copyOf(classes);
        aliases = aliases == null ? Map.of() : Map.copyOf(aliases);
        confidenceThresholdByLabel =
                confidenceThresholdByLabel == null ? Map.of() : Map.copyOf(confidenceThresholdByLabel);
        require(
                name != null && name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,127}"),
                "name",
                "1 to 128 letters, digits, dot, - and _");
        require(layout != null, "layout", "yolov8, yolov5, end-to-end or yolox");
        require(isSide(inputWidth), "input_width", "a multiple of 32 up to 4096");
        require(isSide(inputHeight), "input_height", "a multiple of 32 up to 4096");
        require(colourOrder != null, "colour_order", "RGB or BGR");
        require(scale > 0 && Float.isFinite(scale), "scale", "above 0 (1 for 0-255, 0.00392157 for 0-1)");
        require(letterbox != null, "letterbox", "centre or top-left");
        require(pad >= 0 && pad <= 255, "pad", "0 to 255");
        require(isShare(confidenceThreshold), "confidence_threshold", "above 0, at most 1");
        require(
                confidenceThresholdByLabel.entrySet().stream()
                        .allMatch(entry -> VehicleLabel.find(entry.getKey()).isPresent() && isShare(entry.getValue())),
                "confidence_threshold_by_label",
                "above 0, at most 1, for any of bicycle, car, motorcycle, bus and truck");
        require(isShare(iouThreshold), "iou_threshold", "above 0, at most 1");
        require(
                agnosticIouThreshold == null || isShare(agnosticIouThreshold),
                "agnostic_iou_threshold",
                "above 0, at most 1, or null");
        require(sha256 != null && sha256.matches("[0-9a-f]{64}"), "sha256", "64 lower-case hexadecimal digits");
        require(classes.containsAll(aliases.keySet()), "aliases", "from names that are in classes");
        require(
                aliases.values().stream()
                        .allMatch(text -> VehicleLabel.find(text).isPresent()),
                "aliases",
                "to bicycle, car, motorcycle, bus or truck");
        require(
                classes.stream().anyMatch(isVehicle(aliases)),
                "classes",
                "a list in the model's order with at least one kind of vehicle in it");
    }

    /**
     * The model's id in every row: the card's name, {@code @}, the first 12 hex digits of the file's SHA-256, and the
     * resampling if it is not bilinear.
     */
    public String modelId() {
        String suffix =
                resample == Resample.BILINEAR ? "" : "+" + resample.name().toLowerCase(Locale.ROOT);
        return name + "@" + sha256.substring(0, 12) + suffix;
    }

    public ModelInput input() {
        return new ModelInput(inputWidth, inputHeight, colourOrder, scale, letterbox, pad, resample);
    }

    /** Labels by class number, as a list that may contain null: null if a class is not a vehicle. */
    public List<VehicleLabel> labels() {
        List<VehicleLabel> labels = new ArrayList<>();
        for (String name : classes) {
            labels.add(VehicleLabel.find(aliases.getOrDefault(name, name)).orElse(null));
        }
        return labels;
    }

    /** Lowest confidence at which a vehicle of that kind counts. */
    public float confidenceThreshold(VehicleLabel label) {
        return confidenceThresholdByLabel.getOrDefault(label.text(), confidenceThreshold);
    }

    /** Lowest confidence at which any vehicle counts. */
    public float lowestConfidenceThreshold() {
        return (float) Arrays.stream(VehicleLabel.values())
                .mapToDouble(this::confidenceThreshold)
                .min()
                .orElseThrow();
    }

    /** The same model with another threshold, for evaluations only. */
    public ModelCard withConfidenceThreshold(float threshold) {
        return with(resample, threshold, Map.of());
    }

    /** The same model with another filter for scaling pictures, and so with another id. */
    public ModelCard withResample(Resample other) {
        return with(other, confidenceThreshold, confidenceThresholdByLabel);
    }

    private ModelCard with(Resample other, float threshold, Map<String, Float> thresholdByLabel) {
        return new ModelCard(
                name,
                layout,
                inputWidth,
                inputHeight,
                colourOrder,
                scale,
                letterbox,
                pad,
                other,
                classes,
                aliases,
                threshold,
                thresholdByLabel,
                iouThreshold,
                agnosticIouThreshold,
                sha256);
    }

    private static Predicate<String> isVehicle(Map<String, String> aliases) {
        return name -> VehicleLabel.find(aliases.getOrDefault(name, name)).isPresent();
    }

    /** Whether a side of a canvas may have that many pixels. */
    public static boolean isSide(int pixels) {
        return pixels >= 32 && pixels <= 4096 && pixels % 32 == 0;
    }

    private static boolean isShare(float value) {
        return value > 0 && value <= 1;
    }

    private static void require(boolean holds, String key, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(key + " must be " + rule);
        }
    }
}
