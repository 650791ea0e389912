package io.carriageway.jobs;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.jobs.Replay.Input;
import io.carriageway.jobs.options.JobArguments;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/** Whether a run is bounded, by which range, and where it reads. */
public final class ReplayOptions {

    private enum Mode {
        STREAMING,
        BATCH
    }

    private static final ConfigOption<String> FROM = key("from")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "Makes the run bounded: it computes the rows from this instant on, and ends (docs/replay.md). It must be the start of one of the job's largest windows. Default: a live run, without end.");

    private static final ConfigOption<String> TO = key("to")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "The instant, exclusive, to which a bounded run computes rows. Given together with from. Default: a live run, without end.");

    private static final ConfigOption<Input> INPUT = key("input")
            .enumType(Input.class)
            .defaultValue(Input.KAFKA)
            .withDescription("Where a bounded run reads events: kafka, or lake, where Kafka is not asked.");

    private static final ConfigOption<Mode> MODE = key("mode")
            .enumType(Mode.class)
            .noDefaultValue()
            .withDescription(
                    "How Flink runs a bounded run: streaming or batch. The rows are the same. Default: streaming from Kafka, batch from the lake.");

    private static final ConfigOption<Boolean> ALLOW_GAPS = key("allow-gaps")
            .booleanType()
            .defaultValue(false)
            .withDescription(
                    "Whether a bounded run goes on, with a warning, where its input does not have all of the range. What is missing is then in no row.");

    private static final ConfigOption<Boolean> INCLUDE_LATE = key("include-late")
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

    /** What they say; a job that does not know them runs live. */
    public static Replay replay(Configuration given) {
        var from = instant(given, FROM);
        var to = instant(given, TO);
        if (from == null && to == null) {
            refuseWithoutRange(given);
            return Replay.NONE;
        }
        if (from == null || to == null) {
            throw new IllegalArgumentException("options --from and --to go together; one of them is missing");
        }
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("--from %s is not before --to %s".formatted(from, to));
        }
        var input = JobArguments.optional(given, INPUT);
        boolean includesLate = JobArguments.optional(given, INCLUDE_LATE);
        if (includesLate && input != Input.LAKE) {
            throw new IllegalArgumentException("option --include-late needs --input lake, where late events are kept");
        }
        return new Replay(
                input,
                from,
                to,
                mode(given, input),
                JobArguments.optional(given, ALLOW_GAPS),
                includesLate,
                JobArguments.optional(given, REDETECT));
    }

    private static void refuseWithoutRange(Configuration given) {
        for (var option : List.of(INPUT, MODE, ALLOW_GAPS, INCLUDE_LATE, REDETECT)) {
            if (given.contains(option)) {
                throw new IllegalArgumentException("option --%s needs --from and --to".formatted(option.key()));
            }
        }
    }

    private static RuntimeExecutionMode mode(Configuration given, Input input) {
        var mode = JobArguments.optional(given, MODE);
        if (mode == null) {
            return input == Input.LAKE ? RuntimeExecutionMode.BATCH : RuntimeExecutionMode.STREAMING;
        }
        return RuntimeExecutionMode.valueOf(mode.name());
    }

    private static Instant instant(Configuration given, ConfigOption<String> option) {
        var text = JobArguments.optional(given, option);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "option --%s does not take '%s'; an instant is like 2026-07-01T12:00:00Z"
                            .formatted(option.key(), text),
                    e);
        }
    }
}
