package io.carriageway.verify.trial;

import io.carriageway.sandbox.FlinkRuntime;
import io.carriageway.verify.conditions.ConditionsTrial;
import io.carriageway.verify.oracle.Extent;
import io.carriageway.verify.oracle.Trial;
import io.carriageway.verify.topic.TopicCase;
import io.carriageway.verify.topic.TopicTrial;
import io.carriageway.verify.weather.Weather;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The live jobs with their trials: first the owners of topics, then the one that owns none. */
public final class TrialJob {

    private static final Extent TEN_MINUTES = new Extent(Duration.ofMinutes(10), 2);

    /** Enough for a parallelism of three, which needs a partition for each reader. */
    private static final Extent LONG_HOUR = new Extent(Duration.ofHours(1), 3);

    public static final TrialJob WEATHER = of(Weather.TOPIC);

    /** The road conditions job, which owns no topic. The length applies to its vehicles; all other input is longer. */
    private static final TrialJob CONDITIONS =
            new TrialJob("conditions", ConditionsTrial::of, TEN_MINUTES, new Extent(Duration.ofMinutes(125), 3));

    private static final List<TrialJob> ALL = Stream.concat(
                    TopicCases.ALL.stream().map(topic -> topic == Weather.TOPIC ? WEATHER : of(topic)),
                    Stream.of(CONDITIONS))
            .toList();

    private interface Make {
        Trial of(FlinkRuntime runtime, String name, long seed, Extent extent) throws Exception;
    }

    private final String name;
    private final Make make;
    private final Extent usual;
    private final Extent longer;

    private TrialJob(String name, Make make, Extent usual, Extent longer) {
        this.name = name;
        this.make = make;
        this.usual = usual;
        this.longer = longer;
    }

    private static TrialJob of(TopicCase topic) {
        return new TrialJob(
                topic.job().name(),
                (runtime, name, seed, extent) -> TopicTrial.of(topic, runtime, name, seed, extent),
                new Extent(topic.input().length(), 2),
                LONG_HOUR);
    }

    public static List<TrialJob> all() {
        return ALL;
    }

    /** A trial with topics, a database and a lake of that name. */
    public Trial trial(FlinkRuntime runtime, String name, long seed) throws Exception {
        return make.of(runtime, name, seed, usual);
    }

    /** The same with three partitions and at least an hour of every input, so that no topic is silent for long. */
    public Trial longTrial(FlinkRuntime runtime, String name, long seed) throws Exception {
        return make.of(runtime, name, seed, longer);
    }

    @Override
    public String toString() {
        return name;
    }
}
