package io.carriageway.jobs.replay;

import io.carriageway.jobs.options.JobArguments;
import io.carriageway.jobs.replay.Replay.Input;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/** Reads from the options whether a run is bounded, its range, and its input. */
public final class ReplayArguments {

    private ReplayArguments() {}

    /** The settings by the options; a job without these options runs live. */
    public static Replay replay(Configuration given) {
        var from = instant(given, ReplayOptions.FROM);
        var to = instant(given, ReplayOptions.TO);
        if (from == null && to == null) {
            refuseWithoutRange(given);
            return Replay.NONE;
        }
        if (from == null || to == null) {
            throw new IllegalArgumentException(
                    "options --from and --to must be given together; one of them is missing");
        }
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("--from %s is not before --to %s".formatted(from, to));
        }
        var input = JobArguments.optional(given, ReplayOptions.INPUT);
        boolean includesLate = JobArguments.optional(given, ReplayOptions.INCLUDE_LATE);
        if (includesLate && input != Input.LAKE) {
            throw new IllegalArgumentException("option --include-late needs --input lake, where late events are kept");
        }
        return new Replay(
                input,
                from,
                to,
                mode(given, input),
                JobArguments.optional(given, ReplayOptions.ALLOW_GAPS),
                includesLate,
                JobArguments.optional(given, ReplayOptions.REDETECT));
    }

    private static void refuseWithoutRange(Configuration given) {
        for (var option : List.of(
                ReplayOptions.INPUT,
                ReplayOptions.MODE,
                ReplayOptions.ALLOW_GAPS,
                ReplayOptions.INCLUDE_LATE,
                ReplayOptions.REDETECT)) {
            if (given.contains(option)) {
                throw new IllegalArgumentException("option --%s needs --from and --to".formatted(option.key()));
            }
        }
    }

    private static RuntimeExecutionMode mode(Configuration given, Input input) {
        var mode = JobArguments.optional(given, ReplayOptions.MODE);
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
