package io.carriageway.bench.accuracy;

import io.carriageway.vision.VehicleLabel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The accuracy of counts: all vehicles together, and class by class.
 *
 * @param allClassesExactPct percentage of frames in which every class is counted right
 */
record Counting(int frames, CountFigures total, Map<String, CountFigures> byClass, double allClassesExactPct) {

    static Counting of(List<JudgedFrame> frames, Thresholds thresholds) {
        var byClass = new LinkedHashMap<String, CountFigures>();
        for (VehicleLabel label : VehicleLabel.values()) {
            byClass.put(label.text(), CountFigures.of(frames, thresholds, label::equals));
        }
        long exact = frames.stream().filter(frame -> isExact(frame, thresholds)).count();
        return new Counting(
                frames.size(),
                CountFigures.of(frames, thresholds, any -> true),
                byClass,
                CountFigures.percent(exact, frames.size()));
    }

    /** The accuracy by column of the conditions and by its values. */
    static Map<String, Map<String, Counting>> byCondition(List<JudgedFrame> frames, Thresholds thresholds) {
        var splits = new LinkedHashMap<String, Map<String, Counting>>();
        for (String column : frames.get(0).conditions().keySet()) {
            var byValue = new TreeMap<String, Counting>();
            frames.stream()
                    .collect(Collectors.groupingBy(frame -> frame.conditions().get(column)))
                    .forEach((value, part) -> byValue.put(value, of(part, thresholds)));
            splits.put(column, byValue);
        }
        return splits;
    }

    private static boolean isExact(JudgedFrame frame, Thresholds thresholds) {
        return Arrays.stream(VehicleLabel.values())
                .allMatch(label -> frame.countTrue(label::equals) == frame.countFound(label::equals, thresholds));
    }
}
