package io.carriageway.sandbox.demo.totals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The totals of a finished run, from five independent counts: broker, tables, ledger, topic detection and lake. The run
 * is sound if they agree.
 *
 * @param refused rows in table refused_row
 */
public record Summary(
        double firstRowSeconds,
        FrameCount frames,
        StoreTotals totals,
        long deadLetters,
        long refused,
        LakeContents lake) {

    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(String.format(Locale.ROOT, "first_row_seconds=%.1f", firstRowSeconds));
        totals.tables().forEach(table -> lines.add(table.line()));
        lines.addAll(frames.lines());
        lines.add("parquet_files=" + lake.files());
        lines.add("parquet_rows=" + lake.rows());
        lines.add("dead_letters=" + deadLetters);
        lines.add("refused=" + refused);
        totals.topics().forEach(topic -> lines.add(topic.line()));
        lines.add("ledger_balanced="
                + totals.topics().stream().allMatch(topic -> topic.ledger().balanced()));
        return lines;
    }

    /** Every disagreement; empty if the run is sound. */
    public List<String> faults() {
        var faults = new Faults();
        frames.check(faults, totals.topic(Topics.CAMERA), lake);
        totals.topics().forEach(topic -> topic.check(faults, lake));
        totals.tables().forEach(table -> table.check(faults, totals, lake));
        var rejected = totals.topics().stream()
                .mapToLong(topic -> topic.ledger().rejected())
                .sum();
        faults.compare("dead letters", deadLetters, "rejected", rejected);
        faults.compare("rows that a table refused", refused, "rows that one may refuse", 0);
        return faults.found();
    }
}
