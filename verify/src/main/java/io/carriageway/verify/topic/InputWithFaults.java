package io.carriageway.verify.topic;

import io.carriageway.schemas.Decoded;
import io.carriageway.schemas.SingleObjectCodec;
import io.carriageway.verify.oracle.Topic.Sent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * The input of a topic, with every trouble in it.
 *
 * @param start in event time, as {@code length}
 * @param defects in how many ways records are spoilt
 */
public record InputWithFaults(Instant start, Duration length, Records records, int defects, InputEnd end) {

    private static final long ANY_SEED = 1;

    /** The same records for the same seed, in the order of their arrival. */
    public interface Records {
        List<Sent> of(long seed, Duration length);
    }

    /** The records of the usual length. */
    public List<Sent> of(long seed) {
        return records.of(seed, length);
    }

    /** One of the events with which nothing is wrong. */
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
