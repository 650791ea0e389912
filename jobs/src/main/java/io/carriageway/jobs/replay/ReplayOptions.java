package io.carriageway.jobs.replay;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.jobs.replay.Replay.Input;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/** The options of a bounded run. */
public final class ReplayOptions {

    enum Mode {
        STREAMING,
        BATCH
    }

    public static final ConfigOption<String> FROM = key("from")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "Makes the run bounded: it computes the rows from this instant on, and ends (docs/replay.md). It must be the start of one of the job's largest windows. Default: a live run, without end.");

    public static final ConfigOption<String> TO = key("to")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "The instant, exclusive, to which a bounded run computes rows. Given together with from. Default: a live run, without end.");

    public static final ConfigOption<Input> INPUT = key("input")
            .enumType(Input.class)
            .defaultValue(Input.KAFKA)
            .withDescription("Where a bounded run reads events: kafka, or lake, where Kafka is not asked.");

    public static final ConfigOption<Mode> MODE = key("mode")
            .enumType(Mode.class)
            .noDefaultValue()
            .withDescription(
                    "How Flink runs a bounded run: streaming or batch. The rows are the same. Default: streaming from Kafka, batch from the lake.");

    public static final ConfigOption<Boolean> ALLOW_GAPS = key("allow-gaps")
            .booleanType()
            .defaultValue(false)
            .withDescription(
                    "Whether a bounded run goes on, with a warning, where its input does not have all of the range. What is missing is then in no row.");

    public static final ConfigOption<Boolean> INCLUDE_LATE = key("include-late")
            .booleanType()
            .defaultValue(false)
            .withDescription(
                    "Whether a bounded run from the lake counts late events too: it corrects the range, under the next revision.");

    /** An option of the one job that has a model. */
    public static final ConfigOption<Boolean> REDETECT = key("redetect")
            .booleanType()
            .defaultValue(false)
            .withDescription(
                    "Whether a bounded run has the model look at the frames again, under the next revision (docs/replay.md#what-if). false: it counts what was seen then.");

    /** The options of a job that can be replayed. */
    public static final List<ConfigOption<?>> ALL = List.of(INPUT, FROM, TO, MODE, ALLOW_GAPS, INCLUDE_LATE);

    private ReplayOptions() {}
}
