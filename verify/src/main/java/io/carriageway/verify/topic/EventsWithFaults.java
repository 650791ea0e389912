package io.carriageway.verify.topic;

import io.carriageway.intake.TopicRules;
import io.carriageway.verify.oracle.JsonMessages;
import io.carriageway.verify.oracle.Topic.Sent;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Sends the events of a topic with faults: out of order, duplicate, late, from wrong clocks, in JSON, or defective. The
 * arrival follows from the time at which an event is known.
 */
public final class EventsWithFaults<E extends SpecificRecordBase> {

    private static final long SECOND = 1_000;
    private static final long SKEW = 60 * SECOND;

    /** A prime, so that every sender gets every fault. */
    private static final int CYCLE = 31;

    private final Random random;
    private final TopicRules<E> rules;
    private final long lateness;
    private final List<Defect<E>> defects;
    private final FaultyDelivery<E> delivery;
    private final TreeSet<String> senders = new TreeSet<>();
    private int sent;

    /** A random generator of its own, so that it does not change the events. */
    public EventsWithFaults(long seed, TopicRules<E> rules, Duration lateness, List<Defect<E>> defects) {
        this.random = new Random(seed);
        this.rules = rules;
        this.lateness = lateness.toMillis();
        this.defects = List.copyOf(defects);
        this.delivery = new FaultyDelivery<>(random, rules.recordClass(), rules::entityId, lateness);
    }

    /** Of {@value #CYCLE} events, some are out of order and one has each other fault. */
    public void add(E event) {
        senders.add(rules.entityId(event));
        long known = rules.knownAt(event).toEpochMilli();
        long arrival = known + random.nextLong(2 * SECOND);
        long late = known + lateness;
        switch (sent++ % CYCLE) {
            case 3, 9, 15, 21, 27 -> delivery.send(event, arrival + random.nextLong(lateness * 4 / 5));
            case 4 -> delivery.send(event, arrival, arrival);
            case 8 -> delivery.send(event, arrival, arrival + random.nextLong(SECOND, lateness * 4 / 5));
            case 12 -> delivery.send(event, arrival, late + random.nextLong(1, 2 * SKEW));
            case 16 -> delivery.send(event, late + random.nextLong(1, 2 * SKEW));
            case 17 -> delivery.send(event, late);
            case 18 -> delivery.send(event, late + 1, late + 1);
            case 20 -> delivery.send(event, known - random.nextLong(SKEW));
            case 22 -> delivery.send(event, known - SKEW, arrival);
            case 24 -> delivery.send(event, known - SKEW - 1, arrival);
            case 26 -> delivery.spoilAndSend(event, defects, arrival);
            case 28 -> delivery.sendValue(event, JsonMessages.write(event), arrival);
            default -> delivery.send(event, arrival);
        }
    }

    /** All records, in the form of {@link FaultyDelivery#endingBadly}. */
    public List<Sent> records() {
        return delivery.endingBadly(senders.stream());
    }
}
