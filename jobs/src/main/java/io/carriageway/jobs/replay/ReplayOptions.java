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
                    "Instant from which a bounded run computes rows, then ends (docs/replay.md). It must be the start of one of the job's largest windows. Default: a live run, without end.");

    public static final ConfigOption<String> TO = key("to")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "Instant, exclusive, to which a bounded run computes rows. Required with from. Default: a live run, without end.");

    public static final ConfigOption<Input> INPUT = key("input")
            .enumType(Input.class)
            .defaultValue(Input.KAFKA)
            .withDescription("Source of the events of a bounded run: kafka, or lake, for which Kafka is not read.");

    public static final ConfigOption<Mode> MODE = key("mode")
            .enumType(Mode.class)
            .noDefaultValue()
            .withDescription(
                    "Execution mode of Flink for a bounded run, streaming or batch. The rows are the same. Default: streaming from Kafka, batch from the lake.");

    public static final ConfigOption<Boolean> ALLOW_GAPS = key("allow-gaps")
            .booleanType()
            .defaultValue(false)
            .withDescription(
                    "Whether a bounded run continues, with a warning, if its input lacks part of the range. The missing events are then in no row.");

    public static final ConfigOption<Boolean> INCLUDE_LATE = key("include-late")
            .booleanType()
            .defaultValue(false)
            .withDescription(
                    "Whether a bounded run from the lake also counts late events. It then corrects the range, under the next revision.");

    /** Option of the only job with a model. */
    public static final ConfigOption<Boolean> REDETECT = key("redetect")
            .booleanType()
            .defaultValue(false)
            .withDescription(
                    "Whether a bounded run has the model examine the frames again, under the next revision (docs/replay.md#what-if). false: it counts the detections that were stored then.");

    /** The options of a job that can be replayed. */
    public static final List<ConfigOption<?>> ALL = List.of(INPUT, FROM, TO, MODE, ALLOW_GAPS, INCLUDE_LATE);

    private ReplayOptions() {}
}
