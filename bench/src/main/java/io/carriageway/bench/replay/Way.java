package io.carriageway.bench.replay;

import java.util.ArrayList;
import java.util.List;

/** The ways to compute the rows of the same reports. */
enum Way {
    LIVE("streaming drain (live)", null, null),
    KAFKA_STREAMING("replay, Kafka, streaming", "kafka", "streaming"),
    KAFKA_BATCH("replay, Kafka, batch", "kafka", "batch"),
    LAKE_STREAMING("replay, lake, streaming", "lake", "streaming"),
    LAKE_BATCH("replay, lake, batch", "lake", "batch");

    private final String title;
    private final String input;
    private final String mode;

    Way(String title, String input, String mode) {
        this.title = title;
        this.input = input;
        this.mode = mode;
    }

    String title() {
        return title;
    }

    boolean isBounded() {
        return input != null;
    }

    boolean readsLake() {
        return "lake".equals(input);
    }

    /** The job's options for it. */
    List<String> options(ReportTopic topic) {
        var options = new ArrayList<String>();
        if (isBounded()) {
            options.addAll(List.of(
                    "--from", topic.from().toString(), "--to", topic.to().toString()));
            options.addAll(List.of("--input", input, "--mode", mode));
        }
        return options;
    }

    /**
     * The tables that it writes. Rejected records are not in the lake, so replays of the lake do not write the ledger.
     */
    List<TableSum.Table> tables() {
        return readsLake() ? TableSum.OF_REPORTS : TableSum.ALL;
    }
}
