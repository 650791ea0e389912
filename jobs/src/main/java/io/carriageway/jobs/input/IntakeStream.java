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
 * The front half of every pipeline: records -> intake -> accepted events, with side outputs for late and rejected
 * records and for the ledger of each.
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

    /**
     * Adds intake in the source's chain, with the source's parallelism: a shuffle would separate an event from its
     * duplicates.
     */
    public static <E extends SpecificRecordBase> IntakeStream<E> attach(
            DataStream<RawRecord> records, IntakeConfig<E> config, TypeInformation<ReceivedEvent<E>> type) {
        return attach(records, config, type, "intake");
    }

    /**
     * A stream of events that already have their verdicts. None is late or rejected, and the ledger already counts
     * them.
     */
    public static <E extends SpecificRecordBase> IntakeStream<E> judged(
            SingleOutputStreamOperator<ReceivedEvent<E>> accepted, EventTimeConfig timing) {
        return new IntakeStream<>(accepted, accepted, IntakeOutputs.of(accepted.getType()), timing, true);
    }

    /** Does the same as {@link #attach} under its own name, for a job that reads several topics. */
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

    /** This stream with only the wanted events; its side outputs stay the same. */
    public IntakeStream<E> only(FilterFunction<ReceivedEvent<E>> wanted, String name) {
        var some = Steps.of(passed).inChain().filter(name, wanted).stream();
        return new IntakeStream<>(intake, some, aside, timing, judged);
    }

    /** The events that passed intake, for a pipeline that can still reject them and then gives the verdict itself. */
    public DataStream<ReceivedEvent<E>> passed() {
        return passed;
    }

    /** The topic's settings of event time. */
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

    /** The ledger of intake and of the verdicts after it, pre-aggregated before the shuffle. */
    public DataStream<LedgerPartial> ledger(SingleOutputStreamOperator<?> verdicts) {
        return ledgerOf(intake, "pre-aggregate-intake-ledger")
                .union(ledgerOf(verdicts, "pre-aggregate-verdict-ledger"));
    }

    /** The ledger of one step that gives verdicts, pre-aggregated before the shuffle. */
    public DataStream<LedgerPartial> ledgerOf(SingleOutputStreamOperator<?> decided, String name) {
        return Steps.of(decided.getSideOutput(aside.ledger()))
                .inChain()
                .preAggregate(name, new LedgerFold(), FOLDED_ENTRIES, LedgerPartial.class)
                .stream();
    }

    /** Accepts all events, for pipelines in which nothing after intake rejects one. The side output is the ledger. */
    public SingleOutputStreamOperator<ReceivedEvent<E>> accepted() {
        return judged ? passed : giveAccepted();
    }

    private SingleOutputStreamOperator<ReceivedEvent<E>> giveAccepted() {
        return Steps.of(passed)
                .inChain()
                .process("verdict", new AcceptAll<>(aside.ledger()), passed.getType())
                .stream();
    }

    /** Sums the ledger to one row per minute of arrival. */
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
