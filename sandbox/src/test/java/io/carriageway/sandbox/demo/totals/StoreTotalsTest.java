package io.carriageway.sandbox.demo.totals;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.sandbox.demo.SampleTotals;
import io.carriageway.sandbox.demo.terminal.TerminalStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoreTotalsTest {

    @Test
    void itShowsEveryTopicAndEveryTableWithWhatTheyHoldNow() {
        var records = new LinkedHashMap<String, Long>();
        Topics.SIMULATED.forEach(topic -> records.put(topic, 810L));
        records.put(Topics.DETECTION, 795L);
        var speeds = DemoTables.ALL.get(1);

        var totals = StoreTotals.of(
                records,
                Map.of(Topics.CAMERA, SampleTotals.CAMERA_LEDGER),
                List.of(
                        new TableState(DemoTables.ALL.get(0), 16, 8, 800, 16, "3.97 vehicles/frame"),
                        new TableState(speeds, 2_520, 100, 89_000, 2_520, "more than twenty columns")));

        assertThat(totals.lines(TerminalStyle.PLAIN))
                .startsWith(
                        "topic              records accepted dupl late  rej | table                rows  now",
                        "camera                 810      790    3    2    5 | camera_traffic_1m      16  3.97 vehicles/frame",
                        "vehicle-telemetry      810        0    0    0    0 | segment_speed_1m     2520  more than twenty col",
                        "weather                810        0    0    0    0 |",
                        "accident               810        0    0    0    0 |")
                .endsWith("detection              795                         |")
                .hasSize(1 + records.size());
    }

    @Test
    void noLineIsWiderThanAHundredColumnsHoweverMuchThereIs() {
        var ledger = new LedgerSum(99_999_999, 99_999_999, 9_999, 9_999, 9_999, true);
        var totals = new StoreTotals(
                Topics.SIMULATED.stream()
                        .map(topic -> new TopicState(topic, 99_999_999, ledger))
                        .toList(),
                Map.of(Topics.DETECTION, 99_999_999L),
                DemoTables.ALL.stream()
                        .map(table -> new TableState(table, 999_999, 0, 0, 0, "x".repeat(200)))
                        .toList());

        assertThat(totals.lines(TerminalStyle.PLAIN))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    @Test
    void aViewOfEightCamerasFitsATerminalOfTwentyFourLines() {
        var headingRuleCamerasRuleAndStatus = 12;

        assertThat(SampleTotals.sound().lines(TerminalStyle.PLAIN))
                .hasSizeLessThan(24 - headingRuleCamerasRuleAndStatus);
    }
}
