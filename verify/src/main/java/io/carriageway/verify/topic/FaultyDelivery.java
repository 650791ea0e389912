package io.carriageway.verify.topic;

import io.carriageway.schemas.SingleObjectCodec;
import io.carriageway.verify.oracle.Topic.Sent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecordBase;

/** Delivers events with faults: out of order, duplicate, late, from wrong clocks, or defective. */
public final class FaultyDelivery<E extends SpecificRecordBase> {

    public static final long SECOND = 1_000;
    public static final long MINUTE = 60 * SECOND;

    /** Delay of one of two partitions. */
    public static final long SLOW_LINE = 90 * SECOND;

    private static final long SKEW = MINUTE;

    /** A prime, so that every sender gets every fault. */
    private static final int TURNS = 101;

    private final Random random;
    private final SingleObjectCodec<E> codec;
    private final Function<E, CharSequence> key;
    private final long lateness;
    private final List<Sent> records = new ArrayList<>();
    private int defects;

    /**
     * Draws delays at random.
     *
     * @param key of the record that holds an event
     * @param lateness an event that arrives later than this after its time is late
     */
    public FaultyDelivery(Random random, Class<E> event, Function<E, CharSequence> key, Duration lateness) {
        this.random = random;
        this.codec = new SingleObjectCodec<>(event);
        this.key = key;
        this.lateness = lateness.toMillis();
    }

    /** The turn of an event, one of 101, by its number; see {@link #deliver}. */
    public static int turnOf(long index) {
        return (int) (index % TURNS);
    }

    /**
     * Sends an event with the fault of its turn: of 101, 5 are out of order and 1 has each other fault. Turns from 53
     * on have none, except disorder at 67 and 87.
     *
     * @param timeMillis at which it is known
     * @param arrival without any fault
     */
    public void deliver(int turn, E event, long timeMillis, long arrival) {
        switch (turn) {
            case 7, 27, 47, 67, 87 -> send(event, arrival + random.nextLong(8 * MINUTE));
            case 10 -> send(event, arrival, arrival);
            case 20 -> send(event, arrival, arrival + random.nextLong(MINUTE, 8 * MINUTE));
            case 30 -> send(event, arrival, timeMillis + lateness + random.nextLong(1, 2 * MINUTE));
            case 40 -> send(event, timeMillis + lateness + random.nextLong(1, 2 * MINUTE));
            case 41 -> send(event, timeMillis + lateness);
            case 42 -> send(event, timeMillis + lateness + 1, timeMillis + lateness + 1);
            case 50 -> send(event, timeMillis - random.nextLong(SKEW));
            case 51 -> send(event, timeMillis - SKEW, arrival);
            case 52 -> send(event, timeMillis - SKEW - 1, arrival);
            default -> send(event, arrival);
        }
    }

    public void send(E event, long... arrivals) {
        for (long arrival : arrivals) {
            sendValue(event, codec.encode(event), arrival);
        }
    }

    /** Sends an event in the sender's own form. */
    public void sendValue(E event, byte[] value, long arrival) {
        records.add(new Sent(bytes(key.apply(event)), value, arrival));
    }

    public void send(E event, EventDefect<E> defect, long arrival) {
        records.add(new Sent(bytes(key.apply(event)), defect.spoil(event, codec), arrival, defect.reason()));
    }

    /** Sends a defective event before the good one, which remains the first of its identity. */
    public void spoilAndSend(E event, List<? extends EventDefect<E>> all, long arrival) {
        send(event, next(all), arrival);
        send(event, arrival);
    }

    /** The defect whose turn it is. */
    public <D extends EventDefect<E>> D next(List<D> all) {
        return all.get(defects++ % all.size());
    }

    /** All that was sent, in the order of arrival. */
    public List<Sent> inOrder() {
        records.sort(Comparator.comparingLong(Sent::timestampMillis));
        return List.copyOf(records);
    }

    /**
     * The same, followed by a bad record from each sender, so that every partition ends with a dead letter, which shows
     * that the job has read it.
     */
    public List<Sent> endingBadly(Stream<String> keys) {
        var all = inOrder();
        long last = all.get(all.size() - 1).timestampMillis();
        return Stream.concat(all.stream(), badEnd(keys, last)).toList();
    }

    /** A bad record of each key. */
    public static Stream<Sent> badEnd(Stream<String> keys, long arrival) {
        return keys.map(key -> new Sent(bytes(key), new byte[0], arrival, "empty-value"));
    }

    private static byte[] bytes(CharSequence key) {
        return key.toString().getBytes(StandardCharsets.UTF_8);
    }
}
