package io.carriageway.verify.poison;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.carriageway.verify.oracle.Topic.Sent;
import io.carriageway.verify.oracle.Trial.BadRecords;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Bad records to mix with the good ones of a topic, kind by kind: all that any job rejects with its default options.
 */
public final class PoisonBurst implements BadRecords {

    /** A value that no event begins with. */
    private static final byte[] NO_EVENT = {1, 2, 3};

    private final List<PoisonKind> kinds;
    private int next;

    private PoisonBurst(List<PoisonKind> kinds) {
        this.kinds = kinds;
    }

    /** The burst for a topic whose name begins with its content, such as camera-run. Other topics have one kind. */
    public static PoisonBurst of(String topic) {
        return new PoisonBurst(PoisonTopic.all().stream()
                .filter(known -> topic.startsWith(known.topic() + "-"))
                .findFirst()
                .map(PoisonBurst::kinds)
                .orElse(List.of()));
    }

    private static List<PoisonKind> kinds(PoisonTopic topic) {
        return Stream.of(
                        WireKinds.of(topic),
                        JsonKinds.of(topic),
                        FieldKinds.of(topic),
                        List.of(TimestampKinds.withoutTime(topic)))
                .flatMap(List::stream)
                .filter(kind -> !kind.expected().equals(PoisonKind.LATE))
                .toList();
    }

    @Override
    public int size() {
        return Math.max(1, kinds.size());
    }

    /**
     * The next records, this many. All arrive at one time, except those without an arrival time; each is made one
     * millisecond before the previous one.
     */
    @Override
    public List<Sent> next(int count, long arrivalMillis) {
        return IntStream.range(0, count)
                .mapToObj(i -> arrived(next(arrivalMillis - i), arrivalMillis))
                .toList();
    }

    private static Sent arrived(Sent record, long arrivalMillis) {
        return record.timestampMillis() == 0 ? record : record.at(arrivalMillis);
    }

    private Sent next(long timeMillis) {
        int number = next++;
        return kinds.isEmpty()
                ? new Sent(("bad-" + number).getBytes(UTF_8), NO_EVENT, timeMillis, "wrong-magic")
                : kinds.get(number % kinds.size()).at(Instant.ofEpochMilli(timeMillis));
    }
}
