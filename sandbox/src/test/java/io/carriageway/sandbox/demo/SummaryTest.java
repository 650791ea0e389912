package io.carriageway.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A sound run, and each way in which one can be unsound. */
class SummaryTest {

    private static final TableSum TABLE = new TableSum(32, 0, 790, 3_184);
    private static final LedgerSum LEDGER = new LedgerSum(800, 790, 3, 2, 5, true);
    private static final Score SCORE = new Score(790, 3_184, 3_219, 301);
    private static final LakeContents LAKE = lake(792, 790, 32);
    private static final Summary SOUND = new Summary(31.84, 800, 800, TABLE, LEDGER, SCORE, 5, LAKE);

    @Test
    void aSoundRunHasNoFaultAndIsToldInThisOrder() {
        assertThat(SOUND.faults()).isEmpty();
        assertThat(SOUND.lines())
                .containsExactly(
                        "first_row_seconds=31.8",
                        "rows_camera_traffic_1m=32",
                        "frames=790",
                        "vehicles_counted=3184",
                        "vehicles_truth=3219",
                        "count_mae=0.381",
                        "parquet_files=38",
                        "parquet_rows=1614",
                        "dead_letters=5",
                        "ledger_camera=800,790,3,2,5",
                        "ledger_balanced=true");
    }

    @Test
    void aRunWithoutARowIsUnsound() {
        var nothing = new Summary(
                0, 0, 0, new TableSum(0, 0, 0, 0), new LedgerSum(0, 0, 0, 0, 0, true), Score.NONE, 0, lake(0, 0, 0));

        assertThat(nothing.faults()).containsExactly("camera_traffic_1m has no row");
    }

    @Test
    void aRowThatIsNotFinalIsUnsound() {
        assertFault(with(new TableSum(32, 4, 790, 3_184)), "4 rows of camera_traffic_1m are not final");
    }

    @Test
    void aMinuteOfTheLedgerThatDoesNotAddUpIsUnsound() {
        assertFault(with(new LedgerSum(800, 790, 3, 2, 5, false)), "a minute of the ledger does not add up");
    }

    @Test
    void aFrameThatWasPlannedAndNotSentIsUnsound() {
        assertFault(
                new Summary(31.84, 808, 800, TABLE, LEDGER, SCORE, 5, LAKE),
                "frames sent are 800, but frames planned are 808");
    }

    @Test
    void aFrameWithoutAVerdictIsUnsound() {
        assertFault(with(new LedgerSum(799, 790, 3, 1, 5, true)), "received are 799, but frames sent are 800");
    }

    @Test
    void aRejectedFrameWithoutADeadLetterIsUnsound() {
        assertFault(
                new Summary(31.84, 800, 800, TABLE, LEDGER, SCORE, 4, LAKE), "dead letters are 4, but rejected are 5");
    }

    @Test
    void anAcceptedFrameThatTheTableLacksIsUnsound() {
        assertFault(with(new TableSum(32, 0, 789, 3_184)), "frames in camera_traffic_1m are 789, but accepted are 790");
    }

    @Test
    void anAcceptedFrameThatTopicDetectionLacksIsUnsound() {
        assertFault(with(new Score(789, 3_184, 3_219, 301)), "frames in detection are 789, but accepted are 790");
    }

    @Test
    void aVehicleThatTheTableLacksIsUnsound() {
        assertFault(
                with(new TableSum(32, 0, 790, 3_183)),
                "vehicles in camera_traffic_1m are 3183, but vehicles in detection are 3184");
    }

    @Test
    void aRowThatADatasetOfTheLakeLacksOrHasTwiceIsUnsound() {
        assertFault(with(lake(790, 790, 32)), "rows of lake/camera are 790, but accepted + late are 792");
        assertFault(with(lake(792, 800, 32)), "rows of lake/detection are 800, but accepted are 790");
        assertFault(with(lake(792, 790, 64)), "rows of lake/camera_traffic_1m are 64, but rows of the table are 32");
    }

    @Test
    void aDatasetThatIsNotThereIsUnsound() {
        assertFault(
                with(new LakeContents(30, Map.of("camera", 792L, "camera_traffic_1m", 32L))),
                "rows of lake/detection are 0, but accepted are 790");
    }

    private static void assertFault(Summary summary, String fault) {
        assertThat(summary.faults()).contains(fault);
    }

    private static Summary with(TableSum table) {
        return new Summary(31.84, 800, 800, table, LEDGER, SCORE, 5, LAKE);
    }

    private static Summary with(LedgerSum ledger) {
        return new Summary(31.84, 800, 800, TABLE, ledger, SCORE, 5, LAKE);
    }

    private static Summary with(Score score) {
        return new Summary(31.84, 800, 800, TABLE, LEDGER, score, 5, LAKE);
    }

    private static Summary with(LakeContents lake) {
        return new Summary(31.84, 800, 800, TABLE, LEDGER, SCORE, 5, lake);
    }

    private static LakeContents lake(long camera, long detection, long traffic) {
        return new LakeContents(38, Map.of("camera", camera, "detection", detection, "camera_traffic_1m", traffic));
    }
}
