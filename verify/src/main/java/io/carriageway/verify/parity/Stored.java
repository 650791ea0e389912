package io.carriageway.verify.parity;

/**
 * A table or a dataset that a job writes.
 *
 * @param timeColumn decides which rows belong to a range
 * @param topic whose rows are compared if several jobs write one table; else null
 * @param kept the runs that write it
 */
record Stored(Kind kind, String name, String timeColumn, String topic, Kept kept) {

    enum Kind {
        TABLE,
        /** Final rows in the lake. */
        DATASET,
        /** Accepted and late events in the lake. */
        EVENTS
    }

    enum Kept {
        BY_EVERY_RUN,
        /** Not written by replays of the lake, which has no rejected and no duplicate records to count. */
        FROM_KAFKA,
        /** Camera replays count stored detections, and read no frame. */
        LIVE_ONLY;

        boolean by(Mode mode) {
            return this == BY_EVERY_RUN || this == FROM_KAFKA && !mode.readsLake();
        }
    }

    static Stored table(String name, String timeColumn) {
        return new Stored(Kind.TABLE, name, timeColumn, null, Kept.BY_EVERY_RUN);
    }

    static Stored dataset(String name, String timeColumn) {
        return new Stored(Kind.DATASET, name, timeColumn, null, Kept.BY_EVERY_RUN);
    }

    static Stored events(String name, String timeColumn) {
        return new Stored(Kind.EVENTS, name, timeColumn, null, Kept.FROM_KAFKA);
    }

    /** The rows of the ledger for that topic. */
    static Stored ledger(String topic) {
        return new Stored(Kind.TABLE, "event_ledger_1m", "minute", topic, Kept.FROM_KAFKA);
    }

    Stored liveOnly() {
        return new Stored(kind, name, timeColumn, topic, Kept.LIVE_ONLY);
    }

    String label() {
        return switch (kind) {
            case TABLE -> topic == null ? name : "%s %s".formatted(name, topic);
            case DATASET, EVENTS -> "lake/" + name;
        };
    }
}
