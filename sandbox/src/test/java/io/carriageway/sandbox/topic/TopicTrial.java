package io.carriageway.sandbox.topic;

import io.carriageway.sandbox.FlinkRuntime;
import io.carriageway.sandbox.oracle.Extent;
import io.carriageway.sandbox.oracle.TestData;
import io.carriageway.sandbox.oracle.Trial;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The owner job of a topic on the topic's input. */
public final class TopicTrial extends Trial {

    /** So that windows become final while the job still runs. */
    static final Duration PARTITION_LAG = Duration.ofMinutes(2);

    private final TopicRun run;
    private final Path rules;

    private TopicTrial(TopicRun run, Path rules, long seed, Duration length) {
        super(
                run,
                run.topicCase().job().attach()::to,
                List.of(new Input(
                        run.topic(run.inputTopic()),
                        () -> run.topicCase().records().of(seed, length))));
        this.run = run;
        this.rules = rules;
    }

    public static TopicTrial of(TopicCase topic, FlinkRuntime runtime, String name, long seed, Extent extent)
            throws Exception {
        var rules = TestData.resource(topic.alertRules());
        var run = new TopicRun(runtime, topic, name, extent.partitions())
                .with("partition.lag", PARTITION_LAG.toMinutes() + " min");
        if (topic.alertTable().isPresent()) {
            run.raiseAlertsBy(rules);
        }
        return new TopicTrial(run, rules, seed, extent.length());
    }

    @Override
    public void judge() throws Exception {
        try (var oracle = TopicOracle.of(run)) {
            oracle.agreesWithEverything();
            if (run.topicCase().alertTable().isPresent()) {
                long arrival = run.topic(run.inputTopic()).clockMillis();
                oracle.alerts(rules, clockMillis(arrival), run.topicCase().allowedLateness(PARTITION_LAG))
                        .areAsStored();
            }
        }
    }
}
