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
 * The first step of every pipeline. Accepted events go to its main output; all others go to a side output with their
 * verdict. It must be chained to the source, because its state is kept by the source's splits.
 */
public final class Intake<E extends SpecificRecordBase> extends ProcessFunction<RawRecord, ReceivedEvent<E>>
        implements CheckpointedFunction {

    private record Split(String topic, int partition) {}

    private record Memory(DedupState dedupState, long nextOffset) {}

    private final TopicRules<E> rules;
    private final LatenessConfig limits;
    private final WriterSchemas schemas;
    private final DeadLetterConfig letters;
    private final IntakeOutputs<E> outputs;

    private transient RecordClassifier<E> classifier;
    private transient Map<Split, Memory> memories;
    private transient ListState<DedupSnapshot> checkpointed;

    /** Uses the default limits for dead letters. */
    public Intake(TopicRules<E> rules, LatenessConfig limits, WriterSchemas schemas, IntakeOutputs<E> outputs) {
        this(rules, limits, schemas, DeadLetterConfig.DEFAULT, outputs);
    }

    /** @param schemas the registry for records in Confluent's frame; null if there is none */
    public Intake(
            TopicRules<E> rules,
            LatenessConfig limits,
            WriterSchemas schemas,
            DeadLetterConfig letters,
            IntakeOutputs<E> outputs) {
        this.rules = rules;
        this.limits = limits;
        this.schemas = schemas;
        this.letters = rules.mayHoldPictures() ? letters.withoutPayload() : letters;
        this.outputs = outputs;
    }

    @Override
    public void open(OpenContext context) {
        classifier = new RecordClassifier<>(rules, limits, schemas);
        if (schemas != null) {
            getRuntimeContext().getMetricGroup().gauge("registryWaitSeconds", () -> schemas.waiting()
                    .toSeconds());
        }
    }

    @Override
    public void processElement(RawRecord record, Context context, Collector<ReceivedEvent<E>> out)
            throws InterruptedException {
        var origin = record.origin();
        var verdict = classifier.classify(record, seenBy(origin));
        if (verdict instanceof Verdict.Accepted<E> accepted) {
            out.collect(new ReceivedEvent<>(origin, accepted.event(), record.value()));
        } else if (verdict instanceof Verdict.Late<E> late) {
            context.output(outputs.late(), new ReceivedEvent<>(origin, late.event(), record.value()));
            context.output(outputs.ledger(), LedgerEntry.late(origin));
        } else if (verdict instanceof Verdict.Refused<E> refused) {
            context.output(outputs.rejected(), Rejected.within(letters, origin, refused.rejection(), record.value()));
            context.output(outputs.ledger(), LedgerEntry.rejected(origin, refused.rejection()));
        } else {
            context.output(outputs.ledger(), LedgerEntry.duplicate(origin));
        }
    }

    private DedupState seenBy(RecordOrigin origin) {
        var split = new Split(origin.topic(), origin.partition());
        var known = memories.get(split);
        var dedupState = known == null ? new DedupState(limits) : known.dedupState();
        memories.put(split, new Memory(dedupState, origin.offset() + 1));
        return dedupState;
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        var snapshots = new ArrayList<DedupSnapshot>();
        memories.forEach((split, memory) ->
                snapshots.add(memory.dedupState().snapshot(split.topic(), split.partition(), memory.nextOffset())));
        checkpointed.update(snapshots);
    }

    /**
     * Restores the state of all splits in every subtask (a union list): a restore may assign a split to any subtask,
     * and the assignment is not known yet. Copies of other subtasks' splits become outdated; the one with the higher
     * offset is current.
     */
    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        checkpointed = context.getOperatorStateStore()
                .getUnionListState(new ListStateDescriptor<>("dedup", TypeInformation.of(DedupSnapshot.class)));
        memories = new HashMap<>();
        for (var snapshot : checkpointed.get()) {
            memories.merge(
                    new Split(snapshot.topic(), snapshot.partition()),
                    new Memory(DedupState.restore(snapshot, limits), snapshot.nextOffset()),
                    (a, b) -> a.nextOffset() >= b.nextOffset() ? a : b);
        }
    }
}
