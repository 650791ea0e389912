package io.carriageway.sandbox.demo.totals;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.sandbox.demo.SampleTotals;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A sound run, and each way in which one can be unsound. */
class SummaryTest {

    private static final Score SCORE = new Score(790, 3_184, 3_219, 301);
    private static final FrameCount FRAMES = new FrameCount(800, new FrameSum(790, 3_184), SCORE);
    private static final Summary SOUND = new Summary(31.84, FRAMES, SampleTotals.sound(), 6, 0, lake());

    @Test
    void aSoundRunHasNoFaultAndIsToldInThisOrder() {
        assertThat(SOUND.faults()).isEmpty();
        assertThat(SOUND.lines())
                .startsWith("first_row_seconds=31.8", "rows_camera_traffic_1m=17", "rows_segment_speed_1m=16")
                .endsWith(
                        "rows_event_ledger_1m=15",
                        "frames=790",
                        "vehicles_counted=3184",
                        "vehicles_truth=3219",
                        "count_mae=0.381",
                        "parquet_files=38",
                        "parquet_rows=" + lake().rows(),
                        "dead_letters=6",
                        "refused=0",
                        "ledger_camera=800,790,3,2,5",
                        "ledger_vehicle-telemetry=90000,90000,0,0,0",
                        "ledger_weather=284,281,1,1,1",
                        "ledger_accident=10,10,0,0,0",
                        "ledger_balanced=true");
    }

    @Test
    void everyTableHasALineAndATableWithoutARowIsUnsound() {
        for (var table : DemoTables.ALL) {
            assertThat(SOUND.lines()).anyMatch(line -> line.startsWith("rows_" + table.name() + "="));
            assertFault(with(SampleTotals.with(table.name(), 0, 0, 0)), table.name() + " has no row");
        }
    }

    @Test
    void aRowThatIsNotFinalIsUnsound() {
        assertFault(with(SampleTotals.with("weather_10m", 11, 4, 281)), "4 rows of weather_10m are not final");
    }

    @Test
    void anAcceptedEventThatATableLacksIsUnsound() {
        assertFault(
                with(SampleTotals.with("journey", 7, 0, 89_999)),
                "events in journey are 89999, but accepted of vehicle-telemetry are 90000");
    }

    @Test
    void aMinuteOfALedgerThatDoesNotAddUpIsUnsound() {
        var summary =
                with(SampleTotals.with(new TopicState(Topics.WEATHER, 284, new LedgerSum(284, 281, 1, 1, 1, false))));

        assertFault(summary, "a minute of the ledger of weather does not add up");
        assertThat(summary.lines()).endsWith("ledger_balanced=false");
    }

    @Test
    void aRecordWithoutAVerdictIsUnsound() {
        assertFault(
                with(SampleTotals.with(new TopicState(Topics.CAMERA, 801, SampleTotals.CAMERA_LEDGER))),
                "received of camera are 800, but records in the topic are 801");
    }

    @Test
    void aFrameThatWasPlannedAndNotSentIsUnsound() {
        assertFault(
                with(new FrameCount(808, new FrameSum(790, 3_184), SCORE)),
                "frames sent are 800, but frames planned are 808");
    }

    @Test
    void aRejectedRecordWithoutADeadLetterIsUnsound() {
        assertFault(
                new Summary(31.84, FRAMES, SampleTotals.sound(), 5, 0, lake()),
                "dead letters are 5, but rejected are 6");
    }

    @Test
    void aRowThatATableRefusedIsUnsound() {
        assertFault(
                new Summary(31.84, FRAMES, SampleTotals.sound(), 6, 1, lake()),
                "rows that a table refused are 1, but rows that one may refuse are 0");
    }

    @Test
    void aFrameOrAVehicleThatTableOrTopicLacksIsUnsound() {
        assertFault(
                with(new FrameCount(800, new FrameSum(789, 3_184), SCORE)),
                "frames in camera_traffic_1m are 789, but accepted are 790");
        assertFault(
                with(new FrameCount(800, new FrameSum(790, 3_183), SCORE)),
                "vehicles in camera_traffic_1m are 3183, but vehicles in detection are 3184");
        assertFault(
                with(new FrameCount(800, new FrameSum(790, 3_184), new Score(789, 3_184, 3_219, 301))),
                "frames in detection are 789, but accepted are 790");
    }

    @Test
    void aRowThatADatasetOfTheLakeLacksOrHasTwiceIsUnsound() {
        assertFault(
                with(lakeWith("camera_frame", 790)),
                "rows of lake/camera_frame are 790, but accepted + late of camera are 792");
        assertFault(
                with(lakeWith("frame_detections", 800)), "rows of lake/frame_detections are 800, but accepted are 790");
        assertFault(with(lakeWith("accident", 16)), "rows of lake/accident are 16, but final in accident are 8");
    }

    @Test
    void aDatasetThatIsNotThereIsUnsound() {
        var rows = new HashMap<>(lake().rowsByDataset());
        rows.remove("vehicle_telemetry");

        assertFault(
                with(new LakeContents(30, rows)),
                "rows of lake/vehicle_telemetry are 0, but accepted + late of vehicle-telemetry are 90000");
    }

    private static void assertFault(Summary summary, String fault) {
        assertThat(summary.faults()).contains(fault);
    }

    private static Summary with(StoreTotals totals) {
        return new Summary(31.84, FRAMES, totals, 6, 0, lake());
    }

    private static Summary with(FrameCount frames) {
        return new Summary(31.84, frames, SampleTotals.sound(), 6, 0, lake());
    }

    private static Summary with(LakeContents lake) {
        return new Summary(31.84, FRAMES, SampleTotals.sound(), 6, 0, lake);
    }

    private static LakeContents lakeWith(String dataset, long rows) {
        var changed = new HashMap<>(lake().rowsByDataset());
        changed.put(dataset, rows);
        return new LakeContents(38, changed);
    }

    private static LakeContents lake() {
        var rows = new HashMap<>(Map.of("camera_frame", 792L, "frame_detections", 790L, "vehicle_telemetry", 90_000L));
        rows.put("weather_observation", 282L);
        rows.put("accident_report", 10L);
        for (var table : SampleTotals.sound().tables()) {
            table.table().dataset().ifPresent(dataset -> rows.put(dataset, table.finals()));
        }
        return new LakeContents(38, rows);
    }
}
