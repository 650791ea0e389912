package io.carriageway.sandbox.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a finished run came to, from five places that were counted apart: the broker, the tables, the ledger, topic
 * detection and the lake. It is sound when they agree.
 *
 * @param planned frames that the simulator was to send
 * @param sent frames in topic camera
 */
record Summary(
        double firstRowSeconds,
        long planned,
        long sent,
        TableSum table,
        LedgerSum ledger,
        Score score,
        long deadLetters,
        LakeContents lake) {

    List<String> lines() {
        return List.of(
                line("first_row_seconds=%.1f", firstRowSeconds),
                line("rows_camera_traffic_1m=%d", table.rows()),
                line("frames=%d", table.frames()),
                line("vehicles_counted=%d", table.vehicles()),
                line("vehicles_truth=%d", score.truth()),
                line("count_mae=%.3f", score.meanAbsoluteError()),
                line("parquet_files=%d", lake.files()),
                line("parquet_rows=%d", lake.rows()),
                line("dead_letters=%d", deadLetters),
                line(
                        "ledger_camera=%d,%d,%d,%d,%d",
                        ledger.received(), ledger.accepted(), ledger.duplicate(), ledger.late(), ledger.rejected()),
                line("ledger_balanced=%b", ledger.balanced()));
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** Every disagreement; empty where the run is sound. */
    List<String> faults() {
        var faults = new ArrayList<String>();
        if (table.rows() == 0) {
            faults.add("camera_traffic_1m has no row");
        }
        if (table.open() > 0) {
            faults.add(table.open() + " rows of camera_traffic_1m are not final");
        }
        if (!ledger.balanced()) {
            faults.add("a minute of the ledger does not add up");
        }
        compare(faults, "frames sent", sent, "frames planned", planned);
        compare(faults, "received", ledger.received(), "frames sent", sent);
        compare(faults, "dead letters", deadLetters, "rejected", ledger.rejected());
        compare(faults, "frames in camera_traffic_1m", table.frames(), "accepted", ledger.accepted());
        compare(faults, "frames in detection", score.frames(), "accepted", ledger.accepted());
        compare(faults, "vehicles in camera_traffic_1m", table.vehicles(), "vehicles in detection", score.counted());
        compare(
                faults,
                "rows of lake/camera",
                lake.rows("camera"),
                "accepted + late",
                ledger.accepted() + ledger.late());
        compare(faults, "rows of lake/detection", lake.rows("detection"), "accepted", ledger.accepted());
        compare(
                faults,
                "rows of lake/camera_traffic_1m",
                lake.rows("camera_traffic_1m"),
                "rows of the table",
                table.rows());
        return faults;
    }

    private static void compare(List<String> faults, String what, long is, String other, long should) {
        if (is != should) {
            faults.add(what + " are " + is + ", but " + other + " are " + should);
        }
    }
}
