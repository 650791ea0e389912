package io.carriageway.verify.topic;

import io.carriageway.schemas.SingleObjectCodec;
import java.util.Locale;
import org.apache.avro.specific.SpecificRecordBase;

/** A way to spoil a good event of a topic. */
public interface EventDefect<E extends SpecificRecordBase> {

    /** The reason for which the record must be refused, as dead letters give it. */
    String reason();

    /** The value of a record that holds the event with this defect; may be null. */
    byte[] spoil(E event, SingleObjectCodec<E> codec);

    /** A defect that has its name from the reason. */
    interface Named<E extends SpecificRecordBase> extends EventDefect<E> {

        /** As an enum's. */
        String name();

        @Override
        default String reason() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A value that says to be under a schema that nobody has published. */
    static byte[] underUnknownSchema(byte[] value) {
        int inTheFingerprint = 5;
        var copy = value.clone();
        copy[inTheFingerprint]++;
        return copy;
    }
}
