package io.carriageway.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final CountFigures TOTAL = new CountFigures(
            4.25, 4.5, new Estimate(0.3, 0.2, 0.4), new Estimate(0.25, -0.1, 0.6), new Estimate(5.9, -2, 14), 81.25);
    private static final CountFigures BUS =
            new CountFigures(0, 0.1, new Estimate(0.1, 0.05, 0.15), new Estimate(0.1, 0.05, 0.15), null, 90);
    private static final Counting COUNTING = new Counting(400, TOTAL, Map.of("bus", BUS), 77.5);
    private static final InferenceTimings TIMES = new InferenceTimings(
            new InferenceTimings.Spread(6.1, 5.9, 7.7), new InferenceTimings.Spread(8.1, 7.9, 9.7));

    private static AccuracyReport report(Map<String, Map<String, Counting>> byCondition) {
        return new AccuracyReport(
                "some-model@0123456789ab",
                2_440_000,
                Map.of("car", 0.38),
                400,
                4.25,
                new Precision("mean", 1700, 0.912, 0.634),
                List.of(new Precision("car", 1700, 0.987, 0.765), new Precision("bus", 0, null, null)),
                COUNTING,
                byCondition,
                TIMES);
    }

    /** Parts whose MAE is their number in hundredths. */
    private static Map<String, Counting> parts(int count) {
        var parts = new LinkedHashMap<String, Counting>();
        for (int i = 1; i <= count; i++) {
            var figures = new CountFigures(
                    1, 1, new Estimate(i / 100.0, 0, 1), new Estimate(0, 0, 0), new Estimate(0, 0, 0), 50);
            parts.put("mast-" + i, new Counting(i, figures, Map.of(), 50));
        }
        return parts;
    }

    @Test
    void everyNumberStandsInItsPlaceInMarkdown() {
        var markdown = MarkdownReport.of(report(Map.of("light", Map.of("night", COUNTING))));

        assertThat(markdown.lines())
                .contains(
                        "# Accuracy of some-model@0123456789ab",
                        "Counted from confidence on: car 0.38.",
                        "400 frames with 4.25 vehicles a frame; the model's"
                                + " file has 2.44 MB. Brackets are 95 % intervals.",
                        "| class | in the frames | AP@50 | AP@50-95 |",
                        "| car | 1700 | 0.987 | 0.765 |",
                        "| bus | 0 | - | - |",
                        "| mean | 1700 | 0.912 | 0.634 |",
                        "| class | vehicles a frame | counted | MAE | bias | bias % | exact % |",
                        "| bus | 0.00 | 0.10 | 0.100 [0.050, 0.150] | +0.100 [+0.050, +0.150] | - | 90.0 |",
                        "| all together | 4.25 | 4.50 | 0.300 [0.200, 0.400] | +0.250 [-0.100, +0.600] |"
                                + " +5.9 [-2.0, +14.0] | 81.3 |",
                        "Every class is exact in 77.5 % of the frames.",
                        "## Counting by light",
                        "| light | frames | vehicles a frame | counted | MAE | bias | bias % | exact % |",
                        "| night | 400 | 4.25 | 4.50 | 0.300 [0.200, 0.400] | +0.250 [-0.100, +0.600] |"
                                + " +5.9 [-2.0, +14.0] | 81.3 |",
                        "| CPU time | 6.10 | 5.90 | 7.70 |",
                        "| wall time | 8.10 | 7.90 | 9.70 |");
    }

    @Test
    void everyTableHasAsManyCellsInEachOfItsLines() {
        var lines = MarkdownReport.of(report(Map.of("light", Map.of("night", COUNTING))))
                .lines()
                .toList();

        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).startsWith("|") && lines.get(i - 1).startsWith("|")) {
                assertThat(bars(lines.get(i))).as(lines.get(i)).isEqualTo(bars(lines.get(i - 1)));
            }
        }
    }

    private static long bars(String line) {
        return line.chars().filter(letter -> letter == '|').count();
    }

    @Test
    void ofMoreThanTwentyValuesTheTenWorstAreShownWorstFirst() {
        assertThat(rows(20)).hasSize(20).startsWith("| mast-1 ");
        assertThat(rows(21)).hasSize(10).startsWith("| mast-21 ").endsWith("| mast-12 ");
    }

    private static List<String> rows(int values) {
        return MarkdownReport.of(report(Map.of("camera", parts(values))))
                .lines()
                .filter(line -> line.startsWith("| mast-"))
                .map(line -> line.substring(0, line.indexOf('|', 1)))
                .toList();
    }

    @Test
    void everyNumberStandsUnderItsKeyInJson() throws IOException {
        var json =
                new ObjectMapper().readTree(report(Map.of("camera", parts(21))).json());

        assertThat(json.at("/model_id").asText()).isEqualTo("some-model@0123456789ab");
        assertThat(json.at("/model_bytes").asInt()).isEqualTo(2_440_000);
        assertThat(json.at("/confidence_thresholds/car").asDouble()).isEqualTo(0.38);
        assertThat(json.at("/frames").asInt()).isEqualTo(400);
        assertThat(json.at("/vehicles_per_frame").asDouble()).isEqualTo(4.25);
        assertThat(json.at("/precision/ap50").asDouble()).isEqualTo(0.912);
        assertThat(json.at("/precision/ap50_95").asDouble()).isEqualTo(0.634);
        assertThat(json.at("/precision_by_class/0/class").asText()).isEqualTo("car");
        assertThat(json.at("/precision_by_class/1/ap50").isNull()).isTrue();
        assertThat(json.at("/counting/total/mae/high").asDouble()).isEqualTo(0.4);
        assertThat(json.at("/counting/total/bias_pct/value").asDouble()).isEqualTo(5.9);
        assertThat(json.at("/counting/by_class/bus/bias_pct").isNull()).isTrue();
        assertThat(json.at("/counting/all_classes_exact_pct").asDouble()).isEqualTo(77.5);
        assertThat(json.at("/by_condition/camera")).hasSize(21);
        assertThat(json.at("/by_condition/camera/mast-7/frames").asInt()).isEqualTo(7);
        assertThat(json.at("/ms_per_frame/cpu/p95").asDouble()).isEqualTo(7.7);
        assertThat(json.at("/ms_per_frame/wall/mean").asDouble()).isEqualTo(8.1);
    }

    @Test
    void theLastLinesAreWhatAScriptWants() {
        assertThat(report(Map.of()).keyValues())
                .containsExactly(
                        "frames=400",
                        "map50=0.912",
                        "map50_95=0.634",
                        "count_mae=0.300",
                        "count_bias_pct=5.90",
                        "exact_pct=81.3",
                        "ms_per_frame=6.10");
    }
}
