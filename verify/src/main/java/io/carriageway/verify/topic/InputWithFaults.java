package io.carriageway.verify.topic;

import io.carriageway.schemas.Decoded;
import io.carriageway.schemas.SingleObjectCodec;
import io.carriageway.verify.oracle.Topic.Sent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * The input of a topic, with every fault.
 *
 * @param start in event time, as {@code length}
 * @param defects number of kinds of defective records
 */
public record InputWithFaults(Instant start, Duration length, Records records, int defects, InputEnd end) {

    private static final long ANY_SEED = 1;

    /** The records of a seed, in the order of their arrival; always the same for one seed. */
    public interface Records {
        List<Sent> of(long seed, Duration length);
    }

    /** The records of the usual length. */
    public List<Sent> of(long seed) {
        return records.of(seed, length);
    }

    /** An event without a defect. */
    public <E extends SpecificRecordBase> E goodEvent(Class<E> record) {
        var codec = new SingleObjectCodec<>(record);
        return of(ANY_SEED).stream()
                .filter(sent -> sent.defect() == null)
                .map(sent -> codec.decode(sent.value()))
                .filter(Decoded.Value.class::isInstance)
                .map(decoded -> ((Decoded.Value<E>) decoded).value())
                .findFirst()
                .orElseThrow();
    }
}
