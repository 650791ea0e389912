package io.carriageway.verify.poison;

import io.carriageway.verify.oracle.Topic.Sent;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * One kind of record that must not stop a job.
 *
 * @param expected the reason of its dead letter; "accepted" or "late" if it gets none
 * @param megabytes the most that the job's threads may allocate until the record behind it has its verdict
 * @param maker makes the record, sent by a device at that time
 */
record PoisonKind(PoisonTopic topic, String name, String expected, int megabytes, Maker maker) {

    static final String ACCEPTED = "accepted";
    static final String LATE = "late";

    /** A record that is rejected before it is decoded. */
    private static final int BEFORE_DECODING_MEGABYTES = 64;

    interface Maker {
        Sent at(Instant time);
    }

    /** Changes a good event into a bad one. */
    interface Spoiler {
        void spoil(SpecificRecordBase event);
    }

    /** A record with these bytes. */
    static PoisonKind ofBytes(PoisonTopic topic, String name, String expected, Maker maker) {
        return new PoisonKind(topic, name, expected, BEFORE_DECODING_MEGABYTES, maker);
    }

    /** A good event with a change, under the matching key. */
    static PoisonKind ofEvent(PoisonTopic topic, String name, String expected, Spoiler spoiler) {
        return ofBytes(topic, name, expected, time -> {
            var event = topic.good(topic.entity(), time);
            spoiler.spoil(event);
            return new Sent(PoisonTopic.key(event), topic.encode(event), time.toEpochMilli());
        });
    }

    /** The record, with the reason for which it must be rejected, if any. */
    Sent at(Instant time) {
        var record = maker.at(time);
        boolean rejected = !expected.equals(ACCEPTED) && !expected.equals(LATE);
        return new Sent(record.key(), record.value(), record.timestampMillis(), rejected ? expected : null);
    }

    /** The same kind with this limit of allocated memory. */
    PoisonKind within(int otherMegabytes) {
        return new PoisonKind(topic, name, expected, otherMegabytes, maker);
    }
}
