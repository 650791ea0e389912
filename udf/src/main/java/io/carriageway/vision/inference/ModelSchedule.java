package io.carriageway.vision.inference;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Decides which model counts which frames: the first one from the beginning of time, each other from a whole minute of
 * event time on. The choice depends only on captured_at, so a replay uses the same model, and no minute has two.
 */
public record ModelSchedule<M extends Serializable>(List<Stage<M>> stages) implements Serializable {

    static final long MINUTE_MILLIS = 60_000;

    /** A model and the first millisecond of event time that it counts. */
    public record Stage<M extends Serializable>(long fromMillis, M model) implements Serializable {}

    public ModelSchedule {
        stages = List.copyOf(stages);
        if (stages.isEmpty() || stages.get(0).fromMillis() != Long.MIN_VALUE) {
            throw new IllegalArgumentException("a schedule's first model must count from the beginning: " + stages);
        }
        for (int i = 1; i < stages.size(); i++) {
            long from = stages.get(i).fromMillis();
            if (from <= stages.get(i - 1).fromMillis() || Math.floorMod(from, MINUTE_MILLIS) != 0) {
                throw new IllegalArgumentException("a schedule's models must change at ascending minutes: " + stages);
            }
        }
    }

    public static <M extends Serializable> ModelSchedule<M> always(M model) {
        return new ModelSchedule<>(List.of(new Stage<>(Long.MIN_VALUE, model)));
    }

    public static long minuteOf(long capturedAtMillis) {
        return Math.floorDiv(capturedAtMillis, MINUTE_MILLIS) * MINUTE_MILLIS;
    }

    public static long minuteAfter(long capturedAtMillis) {
        return minuteOf(capturedAtMillis) + MINUTE_MILLIS;
    }

    /** The model for frames captured at that time. */
    public M at(long capturedAtMillis) {
        int i = stages.size() - 1;
        while (stages.get(i).fromMillis() > capturedAtMillis) {
            i--;
        }
        return stages.get(i).model();
    }

    /** The same schedule with something else for each model, such as its name. */
    public <N extends Serializable> ModelSchedule<N> map(Function<? super M, ? extends N> form) {
        return new ModelSchedule<>(stages.stream()
                .map(stage -> new Stage<N>(stage.fromMillis(), form.apply(stage.model())))
                .toList());
    }

    /**
     * The first minute, from {@code fromMillis} to {@code toMillis} inclusive, for which the two schedules have
     * different models.
     */
    public OptionalLong firstDifference(ModelSchedule<M> other, long fromMillis, long toMillis) {
        var changes = Stream.concat(stages.stream(), other.stages.stream())
                .mapToLong(Stage::fromMillis)
                .filter(change -> change > fromMillis && change <= toMillis);
        return LongStream.concat(LongStream.of(minuteOf(fromMillis)), changes)
                .filter(minute -> !at(minute).equals(other.at(minute)))
                .min();
    }

    /**
     * This schedule before the minute and the other one from it on. If both have the same model there, it continues.
     */
    public ModelSchedule<M> until(long minute, ModelSchedule<M> other) {
        var joined = new ArrayList<>(
                stages.stream().filter(stage -> stage.fromMillis() < minute).toList());
        var rest = other.stages.stream().filter(stage -> stage.fromMillis() > minute);
        Stream.concat(Stream.of(new Stage<>(minute, other.at(minute))), rest).forEach(stage -> {
            if (!joined.get(joined.size() - 1).model().equals(stage.model())) {
                joined.add(stage);
            }
        });
        return new ModelSchedule<>(joined);
    }

    /** This schedule without the models that ended before that time. */
    public ModelSchedule<M> since(long millis) {
        return always(at(millis)).until(minuteAfter(millis), this);
    }
}
