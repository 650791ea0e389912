package io.carriageway.bench.accuracy;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.carriageway.vision.VehicleLabel;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The precision of a model for the vehicles of one class, or of all on average.
 *
 * @param ap50 null if there is no vehicle to find, as is ap50To95
 */
record Precision(
        @JsonProperty("class") String subject,
        int truths,
        @JsonProperty("ap50") Double ap50,
        @JsonProperty("ap50_95") Double ap50To95) {

    static List<Precision> byClass(List<JudgedFrame> frames) {
        return Arrays.stream(VehicleLabel.values())
                .map(label -> new Precision(
                        label.text(),
                        frames.stream()
                                .mapToInt(frame -> frame.countTrue(label::equals))
                                .sum(),
                        orNull(AveragePrecision.at(AveragePrecision.LOOSEST_IOU, frames, label)),
                        orNull(AveragePrecision.overIous(frames, label))))
                .toList();
    }

    /** Each class with truth has equal weight, even if it is rare. */
    static Precision mean(List<Precision> classes) {
        return new Precision(
                "mean",
                classes.stream().mapToInt(Precision::truths).sum(),
                mean(classes, Precision::ap50),
                mean(classes, Precision::ap50To95));
    }

    private static Double mean(List<Precision> classes, Function<Precision, Double> figure) {
        return orNull(classes.stream()
                .filter(precision -> precision.truths() > 0)
                .mapToDouble(figure::apply)
                .average());
    }

    private static Double orNull(OptionalDouble figure) {
        return figure.isPresent() ? figure.getAsDouble() : null;
    }
}
