package io.carriageway.verify.parity;

/**
 * A table or a dataset that a job writes.
 *
 * @param timeColumn tells which rows belong to a range
 * @param topic whose rows are meant, where several jobs write one table; else null
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
        /** The lake has no rejected and no repeated records to count, and its events need not be written again. */
        FROM_KAFKA,
        /** Camera replays count stored detections, and look at no frame. */
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

    /** The ledger's part of that topic. */
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
