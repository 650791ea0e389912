package io.carriageway.jobs.input;

import io.carriageway.intake.AcceptAll;
import io.carriageway.intake.Intake;
import io.carriageway.intake.IntakeOutputs;
import io.carriageway.intake.RawRecord;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.intake.Rejected;
import io.carriageway.intake.ledger.Ledger;
import io.carriageway.intake.ledger.LedgerFold;
import io.carriageway.intake.ledger.LedgerPartial;
import io.carriageway.jobs.topology.Steps;
import io.carriageway.row.EventLedger1m;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The front half of every pipeline: records -> intake -> what passed it, and aside what was late or refused, with a
 * line in the ledger for each.
 */
public final class IntakeStream<E extends SpecificRecordBase> {

    private static final int FOLDED_ENTRIES = 50_000;

    private final SingleOutputStreamOperator<ReceivedEvent<E>> intake;
    private final SingleOutputStreamOperator<ReceivedEvent<E>> passed;
    private final IntakeOutputs<E> aside;
    private final EventTimeConfig timing;
    private final boolean judged;

    private IntakeStream(
            SingleOutputStreamOperator<ReceivedEvent<E>> intake,
            SingleOutputStreamOperator<ReceivedEvent<E>> passed,
            IntakeOutputs<E> aside,
            EventTimeConfig timing,
            boolean judged) {
        this.intake = intake;
        this.passed = passed;
        this.aside = aside;
        this.timing = timing;
        this.judged = judged;
    }

    /** In the source's chain, whatever the job's parallelism: a shuffle would part an event from its copies. */
    public static <E extends SpecificRecordBase> IntakeStream<E> attach(
            DataStream<RawRecord> records, IntakeConfig<E> config, TypeInformation<ReceivedEvent<E>> type) {
        return attach(records, config, type, "intake");
    }

    /** Events that had their verdicts before: nothing is late or refused, and the ledger has them already. */
    public static <E extends SpecificRecordBase> IntakeStream<E> judged(
            SingleOutputStreamOperator<ReceivedEvent<E>> accepted, EventTimeConfig timing) {
        return new IntakeStream<>(accepted, accepted, IntakeOutputs.of(accepted.getType()), timing, true);
    }

    /** The same as {@link #attach} under a name of its own, for a job that takes several topics in. */
    public static <E extends SpecificRecordBase> IntakeStream<E> attach(
            DataStream<RawRecord> records,
            IntakeConfig<E> config,
            TypeInformation<ReceivedEvent<E>> type,
            String name) {
        var aside = IntakeOutputs.of(type);
        var limits = config.timing().limits();
        var intake = new Intake<>(config.rules(), limits, config.schemas(), config.letters(), aside);
        var passed = Steps.of(records).inChain().process(name, intake, type).stream();
        return new IntakeStream<>(passed, passed, aside, config.timing(), false);
    }

    /** The same of which only those events pass that are wanted, with what is aside as it was. */
    public IntakeStream<E> only(FilterFunction<ReceivedEvent<E>> wanted, String name) {
        var some = Steps.of(passed).inChain().filter(name, wanted).stream();
        return new IntakeStream<>(intake, some, aside, timing, judged);
    }

    /** What passed intake, for a pipeline that can still refuse it and then gives the verdict itself. */
    public DataStream<ReceivedEvent<E>> passed() {
        return passed;
    }

    /** How the topic treats time. */
    public EventTimeConfig timing() {
        return timing;
    }

    public IntakeOutputs<E> aside() {
        return aside;
    }

    public DataStream<ReceivedEvent<E>> late() {
        return intake.getSideOutput(aside.late());
    }

    public DataStream<Rejected> rejected() {
        return intake.getSideOutput(aside.rejected());
    }

    /** The ledger of what intake decided and of the verdicts after it, added up before it is shuffled. */
    public DataStream<LedgerPartial> ledger(SingleOutputStreamOperator<?> verdicts) {
        return ledgerOf(intake, "pre-aggregate-intake-ledger")
                .union(ledgerOf(verdicts, "pre-aggregate-verdict-ledger"));
    }

    /** The ledger of one step that gives verdicts, added up before it is shuffled. */
    public DataStream<LedgerPartial> ledgerOf(SingleOutputStreamOperator<?> decided, String name) {
        return Steps.of(decided.getSideOutput(aside.ledger()))
                .inChain()
                .preAggregate(name, new LedgerFold(), FOLDED_ENTRIES, LedgerPartial.class)
                .stream();
    }

    /** The verdict for pipelines in which nothing after intake refuses an event; its side output is the ledger. */
    public SingleOutputStreamOperator<ReceivedEvent<E>> accepted() {
        return judged ? passed : giveAccepted();
    }

    private SingleOutputStreamOperator<ReceivedEvent<E>> giveAccepted() {
        return Steps.of(passed)
                .inChain()
                .process("verdict", new AcceptAll<>(aside.ledger()), passed.getType())
                .stream();
    }

    /** Adds the ledger up to one row per minute of arrival. */
    public DataStream<EventLedger1m> perMinuteOfArrival(DataStream<LedgerPartial> ledger) {
        return Steps.of(ledger)
                .keyBy(LedgerPartial::topic)
                .window(
                        "event-ledger-1m",
                        timing.arrivalMinutes(),
                        new Ledger(),
                        Ledger.Tally.class,
                        EventLedger1m.class)
                .stream();
    }
}
