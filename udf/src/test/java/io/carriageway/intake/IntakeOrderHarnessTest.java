package io.carriageway.intake;

import static io.carriageway.intake.Frames.LIMITS;
import static io.carriageway.intake.Frames.NOON;
import static io.carriageway.intake.Frames.frame;
import static io.carriageway.intake.Frames.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.camera.CameraRules;
import io.carriageway.event.CameraFrame;
import io.carriageway.intake.LedgerEntry.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/** A verdict depends only on the record and those before it in its partition. */
class IntakeOrderHarnessTest {

    /** A record and the time of its frame; null if it is not a frame. */
    private record Given(RawRecord record, Instant capturedAt) {}

    private static final int PARTITIONS = 3;
    private static final int RECORDS = 60;
    private static final TypeInformation<ReceivedEvent<CameraFrame>> ARRIVED = TypeInformation.of(new TypeHint<>() {});
    private static final IntakeOutputs<CameraFrame> ASIDE = IntakeOutputs.of(ARRIVED);

    /** Compares with a model that never forgets an identity, which also shows that the horizon is long enough. */
    @Property(tries = 200)
    void howPartitionsMixAndWhereARestartFallsLeavesNoTrace(@ForAll long seed) throws Exception {
        var random = new Random(seed);
        var partitions = new ArrayList<List<Given>>();
        var expected = new HashMap<String, Outcome>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            var records = anyRecords(partition, random);
            partitions.add(records);
            expected.putAll(verdictsOf(records));
        }
        var mixed = mix(partitions, random);
        int restart = random.nextInt(mixed.size());
        var found = new HashMap<String, Outcome>();
        var state =
                judge(mixed.subList(0, restart), OperatorSubtaskState.builder().build(), found);
        var unused = judge(mixed.subList(restart, mixed.size()), state, found);
        assertThat(found).isEqualTo(expected);
        // over all seeds together, because one of ten thousand has no late record
        var verdicts = Statistics.label("verdicts");
        found.values().forEach(verdicts::collect);
        verdicts.coverage(coverage -> List.of(Outcome.values())
                .forEach(outcome -> coverage.check(outcome).count(times -> times > 0)));
    }

    /** In the order of offsets; arrival times may step back by the greatest clock error allowed. */
    private static List<Given> anyRecords(int partition, Random random) {
        var records = new ArrayList<Given>();
        var clock = NOON;
        for (int offset = 0; offset < RECORDS; offset++) {
            clock = clock.plusSeconds(random.nextInt(60));
            var origin = clock.minusSeconds(random.nextLong(LIMITS.skew().toSeconds()));
            boolean copy = offset > 0 && random.nextInt(3) == 0;
            var capturedAt = copy
                    ? records.get(Math.max(0, offset - 1 - random.nextInt(15))).capturedAt()
                    : origin.minus(anyAge(random));
            records.add(
                    capturedAt == null || random.nextInt(20) == 0
                            ? spoilt(partition, offset, origin)
                            : good(partition, offset, origin, capturedAt));
        }
        return records;
    }

    /** A frame of that time; two of one time are copies. */
    private static Given good(int partition, long offset, Instant origin, Instant capturedAt) {
        var frame = frame("cam-" + partition, "f-" + capturedAt.toEpochMilli(), capturedAt);
        return new Given(record(frame, partition, offset, origin), capturedAt);
    }

    private static Given spoilt(int partition, long offset, Instant origin) {
        var where = new RecordOrigin("camera", partition, offset, origin.toEpochMilli());
        return new Given(new RawRecord(where, null, new byte[] {1}), null);
    }

    /** Ages from beyond the limit for the future to beyond the limit for late events, often exactly at a limit. */
    private static Duration anyAge(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> LIMITS.lateness();
            case 1 -> LIMITS.skew().negated();
            case 2 -> Duration.ofSeconds(random.nextInt(-90, 720));
            default -> Duration.ofSeconds(random.nextInt(60));
        };
    }

    private static Map<String, Outcome> verdictsOf(List<Given> records) {
        var verdicts = new HashMap<String, Outcome>();
        var accepted = new HashSet<Instant>();
        for (var given : records) {
            verdicts.put(nameOf(given.record().origin()), verdictOf(given, accepted));
        }
        return verdicts;
    }

    private static Outcome verdictOf(Given given, Set<Instant> accepted) {
        if (given.capturedAt() == null) {
            return Outcome.REJECTED;
        }
        var origin = Instant.ofEpochMilli(given.record().origin().timeMillis());
        var age = Duration.between(given.capturedAt(), origin);
        if (age.compareTo(LIMITS.skew().negated()) < 0) {
            return Outcome.REJECTED;
        }
        if (age.compareTo(LIMITS.lateness()) > 0) {
            return Outcome.LATE;
        }
        return accepted.add(given.capturedAt()) ? Outcome.ACCEPTED : Outcome.DUPLICATE;
    }

    /** Each partition in its order, the partitions in any. */
    private static List<RawRecord> mix(List<List<Given>> partitions, Random random) {
        var turns = new ArrayList<Integer>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            turns.addAll(Collections.nCopies(RECORDS, partition));
        }
        Collections.shuffle(turns, random);
        var next = new int[PARTITIONS];
        return turns.stream()
                .map(partition ->
                        partitions.get(partition).get(next[partition]++).record())
                .toList();
    }

    /** Adds the verdicts, and returns the state after them. */
    private static OperatorSubtaskState judge(
            List<RawRecord> records, OperatorSubtaskState before, Map<String, Outcome> verdicts) throws Exception {
        try (var intake = new OneInputStreamOperatorTestHarness<RawRecord, ReceivedEvent<CameraFrame>>(
                new ProcessOperator<>(new Intake<>(new CameraRules(Set.of()), LIMITS, null, ASIDE)))) {
            intake.setup(ARRIVED.createSerializer(new SerializerConfigImpl()));
            intake.initializeState(before);
            intake.open();
            for (var record : records) {
                verdicts.put(nameOf(record.origin()), Outcome.DUPLICATE);
                intake.processElement(new StreamRecord<>(record));
            }
            intake.extractOutputValues().forEach(arrived -> verdicts.put(nameOf(arrived.origin()), Outcome.ACCEPTED));
            sideOf(intake.getSideOutput(ASIDE.late()))
                    .forEach(late -> verdicts.put(nameOf(late.origin()), Outcome.LATE));
            sideOf(intake.getSideOutput(ASIDE.rejected()))
                    .forEach(rejected -> verdicts.put(nameOf(rejected.origin()), Outcome.REJECTED));
            return intake.snapshot(1, 1);
        }
    }

    private static <T> List<T> sideOf(Queue<StreamRecord<T>> output) {
        return output == null
                ? List.of()
                : output.stream().map(StreamRecord::getValue).toList();
    }

    private static String nameOf(RecordOrigin origin) {
        return origin.partition() + "/" + origin.offset();
    }
}
