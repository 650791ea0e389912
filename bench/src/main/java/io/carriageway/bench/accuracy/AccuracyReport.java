package io.carriageway.bench.accuracy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.carriageway.vision.VehicleLabel;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * All measurements of a model. The JSON report has the keys of this record; null is a figure that the frames do not
 * have.
 *
 * @param confidenceThresholds by kind; a found vehicle counts from this confidence on
 * @param byCondition column, value, counting
 */
record AccuracyReport(
        String modelId,
        long modelBytes,
        Map<String, Double> confidenceThresholds,
        int frames,
        double vehiclesPerFrame,
        Precision precision,
        List<Precision> precisionByClass,
        Counting counting,
        Map<String, Map<String, Counting>> byCondition,
        @JsonProperty("ms_per_frame") InferenceTimings timings) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    static AccuracyReport of(ModelUnderTest model, Measurement measured) throws IOException {
        var frames = measured.frames();
        var byClass = Precision.byClass(frames);
        var counting = Counting.of(frames, model::threshold);
        return new AccuracyReport(
                model.card().modelId(),
                model.source().bytes().length,
                thresholds(model),
                frames.size(),
                counting.total().truePerFrame(),
                Precision.mean(byClass),
                byClass,
                counting,
                Counting.byCondition(frames, model::threshold),
                measured.timings());
    }

    private static Map<String, Double> thresholds(ModelUnderTest model) {
        var thresholds = new LinkedHashMap<String, Double>();
        for (VehicleLabel label : VehicleLabel.values()) {
            thresholds.put(label.text(), model.threshold(label));
        }
        return thresholds;
    }

    String json() throws JsonProcessingException {
        return JSON.writeValueAsString(this) + "\n";
    }

    /** The figures for scripts. */
    List<String> keyValues() {
        return List.of(
                "frames=" + frames,
                "map50=" + threeDigits(precision.ap50()),
                "map50_95=" + threeDigits(precision.ap50To95()),
                "count_mae=" + threeDigits(counting.total().mae().value()),
                "count_bias_pct=" + orNone("%.2f", percentOf(counting.total().biasPct())),
                "exact_pct=" + orNone("%.1f", counting.total().exactPct()),
                "ms_per_frame=" + orNone("%.2f", timings.cpu().mean()));
    }

    private static Double percentOf(Estimate estimate) {
        return estimate == null ? null : estimate.value();
    }

    private static String threeDigits(Double figure) {
        return orNone("%.3f", figure);
    }

    private static String orNone(String format, Double figure) {
        return figure == null ? "none" : String.format(Locale.ROOT, format, figure);
    }
}
