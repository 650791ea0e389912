package io.carriageway.intake;

import io.carriageway.schemas.WriterSchemas;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * The front of every pipeline: accepted events go on, everything else leaves by a side output with its verdict. It must
 * be chained to the source, whose splits are what its memory is kept by.
 */
public final class Intake<E extends SpecificRecordBase> extends ProcessFunction<RawRecord, Arrived<E>>
        implements CheckpointedFunction {

    private record Split(String topic, int partition) {}

    private record Memory(SeenIdentities seen, long nextOffset) {}

    private final TopicRules<E> rules;
    private final TimeLimits limits;
    private final WriterSchemas schemas;
    private final LetterLimits letters;
    private final IntakeOutputs<E> outputs;

    private transient Judge<E> judge;
    private transient Map<Split, Memory> memories;
    private transient ListState<SeenSnapshot> checkpointed;

    /** With dead letters as large as they are where nothing is said. */
    public Intake(TopicRules<E> rules, TimeLimits limits, WriterSchemas schemas, IntakeOutputs<E> outputs) {
        this(rules, limits, schemas, LetterLimits.DEFAULT, outputs);
    }

    /** @param schemas the registry for records in Confluent's frame; null where there is none */
    public Intake(
            TopicRules<E> rules,
            TimeLimits limits,
            WriterSchemas schemas,
            LetterLimits letters,
            IntakeOutputs<E> outputs) {
        this.rules = rules;
        this.limits = limits;
        this.schemas = schemas;
        this.letters = rules.mayHoldPictures() ? letters.withoutPayload() : letters;
        this.outputs = outputs;
    }

    @Override
    public void open(OpenContext context) {
        judge = new Judge<>(rules, limits, schemas);
        if (schemas != null) {
            getRuntimeContext().getMetricGroup().gauge("registryWaitSeconds", () -> schemas.waiting()
                    .toSeconds());
        }
    }

    @Override
    public void processElement(RawRecord record, Context context, Collector<Arrived<E>> out)
            throws InterruptedException {
        var arrival = record.arrival();
        var verdict = judge.judge(record, seenBy(arrival));
        if (verdict instanceof Verdict.Accepted<E> accepted) {
            out.collect(new Arrived<>(arrival, accepted.event(), record.value()));
        } else if (verdict instanceof Verdict.Late<E> late) {
            context.output(outputs.late(), new Arrived<>(arrival, late.event(), record.value()));
            context.output(outputs.ledger(), LedgerEntry.late(arrival));
        } else if (verdict instanceof Verdict.Refused<E> refused) {
            context.output(outputs.rejected(), Rejected.within(letters, arrival, refused.rejection(), record.value()));
            context.output(outputs.ledger(), LedgerEntry.rejected(arrival, refused.rejection()));
        } else {
            context.output(outputs.ledger(), LedgerEntry.duplicate(arrival));
        }
    }

    private SeenIdentities seenBy(Arrival arrival) {
        var split = new Split(arrival.topic(), arrival.partition());
        var known = memories.get(split);
        var seen = known == null ? new SeenIdentities(limits) : known.seen();
        memories.put(split, new Memory(seen, arrival.offset() + 1));
        return seen;
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        var snapshots = new ArrayList<SeenSnapshot>();
        memories.forEach((split, memory) ->
                snapshots.add(memory.seen().snapshot(split.topic(), split.partition(), memory.nextOffset())));
        checkpointed.update(snapshots);
    }

    /**
     * A restore may give a split to any subtask, and none can know which yet, so each takes every split's memory (a
     * union list). Copies of splits that it does not get go stale, and the higher offset tells the living one.
     */
    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        checkpointed = context.getOperatorStateStore()
                .getUnionListState(
                        new ListStateDescriptor<>("seen-identities", TypeInformation.of(SeenSnapshot.class)));
        memories = new HashMap<>();
        for (var snapshot : checkpointed.get()) {
            memories.merge(
                    new Split(snapshot.topic(), snapshot.partition()),
                    new Memory(SeenIdentities.restore(snapshot, limits), snapshot.nextOffset()),
                    (a, b) -> a.nextOffset() >= b.nextOffset() ? a : b);
        }
    }
}
