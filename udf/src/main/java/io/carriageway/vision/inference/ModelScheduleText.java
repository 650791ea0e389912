package io.carriageway.vision.inference;

import io.carriageway.vision.inference.ModelSchedule.Stage;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.stream.Collectors;

/**
 * Parses and writes a schedule of models' addresses as in option {@code model}: {@code A} or
 * {@code A;2026-03-02T07:30:00Z=B}.
 */
public final class ModelScheduleText {

    private static final String EXAMPLE = "2026-03-02T07:30:00Z=s3://models/next.onnx";

    private ModelScheduleText() {}

    /**
     * Reads the option.
     *
     * @throws IllegalArgumentException if the text is not a schedule; the message says what to write instead
     */
    public static ModelSchedule<String> parse(String option) {
        var stages = new ArrayList<Stage<String>>();
        for (String part : option.split(";", -1)) {
            var stage = stages.isEmpty() ? first(part.strip()) : later(part.strip());
            if (!stages.isEmpty()) {
                requireAscending(stages.get(stages.size() - 1).fromMillis(), stage.fromMillis());
            }
            stages.add(stage);
        }
        return new ModelSchedule<>(stages);
    }

    /** The text from which {@link #parse} reads this schedule. */
    public static String of(ModelSchedule<String> addresses) {
        return addresses.stages().stream()
                .map(stage -> stage.fromMillis() == Long.MIN_VALUE
                        ? stage.model()
                        : Instant.ofEpochMilli(stage.fromMillis()) + "=" + stage.model())
                .collect(Collectors.joining(";"));
    }

    private static Stage<String> first(String part) {
        require(!part.isEmpty(), "names no model where the first one must stand, which has no instant");
        require(
                !part.matches("\\d{4}-\\d\\d-\\d\\d[^=/]*=.*"),
                "begins with '%s', but the first model has no instant: it counts what comes before the others"
                        .formatted(part));
        return new Stage<>(Long.MIN_VALUE, part);
    }

    private static Stage<String> later(String part) {
        int equals = part.indexOf('=');
        require(equals > 0, "has '%s' where an instant and a model must stand, such as %s".formatted(part, EXAMPLE));
        String address = part.substring(equals + 1).strip();
        require(!address.isEmpty(), "names no model in '%s'; write it like %s".formatted(part, EXAMPLE));
        return new Stage<>(wholeMinute(part.substring(0, equals).strip()), address);
    }

    private static long wholeMinute(String text) {
        try {
            long millis = Instant.parse(text).toEpochMilli();
            long nearest = ModelSchedule.minuteOf(millis + ModelSchedule.MINUTE_MILLIS / 2);
            require(
                    Instant.parse(text).equals(Instant.ofEpochMilli(nearest)),
                    "has %s, which is no whole minute; the nearest is %s"
                            .formatted(text, Instant.ofEpochMilli(nearest)));
            return nearest;
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "option --model has '%s' where an instant must stand, such as in %s".formatted(text, EXAMPLE), e);
        }
    }

    private static void requireAscending(long before, long after) {
        require(
                before < after,
                "has %s after %s; its instants must ascend"
                        .formatted(Instant.ofEpochMilli(after), Instant.ofEpochMilli(before)));
    }

    private static void require(boolean holds, String fault) {
        if (!holds) {
            throw new IllegalArgumentException("option --model " + fault);
        }
    }
}
