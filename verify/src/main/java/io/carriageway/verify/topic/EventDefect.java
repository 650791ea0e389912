package io.carriageway.verify.topic;

import io.carriageway.schemas.SingleObjectCodec;
import java.util.Locale;
import org.apache.avro.specific.SpecificRecordBase;

/** A defect of an event of a topic. */
public interface EventDefect<E extends SpecificRecordBase> {

    /** The reason for which the record must be rejected, as in dead letters. */
    String reason();

    /** The value of a record that holds the event with this defect; may be null. */
    byte[] spoil(E event, SingleObjectCodec<E> codec);

    /** A defect that is named after its reason. */
    interface Named<E extends SpecificRecordBase> extends EventDefect<E> {

        /** The name, as of an enum. */
        String name();

        @Override
        default String reason() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A value that names a schema that was never published. */
    static byte[] underUnknownSchema(byte[] value) {
        int inTheFingerprint = 5;
        var copy = value.clone();
        copy[inTheFingerprint]++;
        return copy;
    }
}
