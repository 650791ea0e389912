package io.carriageway.verify.topic;

import io.carriageway.sandbox.FlinkRuntime;
import io.carriageway.verify.oracle.Extent;
import io.carriageway.verify.oracle.Trial;
import java.time.Duration;

/** The owner job of a topic on the topic's input. */
public final class TopicTrial extends Trial {

    /** Short enough for windows to become final while the job runs. */
    static final Duration PARTITION_LAG = Duration.ofMinutes(2);

    private final TopicRun run;

    private TopicTrial(TopicRun run, long seed, Duration length) {
        super(run, run.topicCase().attach(), run.inputs(seed, length));
        this.run = run;
    }

    public static TopicTrial of(TopicCase topic, FlinkRuntime runtime, String name, long seed, Extent extent)
            throws Exception {
        var run = new TopicRun(runtime, topic, name, extent.partitions())
                .with("partition.lag", PARTITION_LAG.toMinutes() + " min")
                .prepared(seed);
        if (topic.alerts().isPresent()) {
            run.raiseAlertsBy(topic.alerts().get().rules());
        }
        return new TopicTrial(run, seed, extent.length());
    }

    @Override
    public void judge() throws Exception {
        try (var oracle = TopicOracle.of(run)) {
            oracle.agreesWithEverything();
            if (run.topicCase().alerts().isPresent()) {
                long arrival = run.topic(run.inputTopic()).clockMillis();
                oracle.alerts(clockMillis(arrival), run.topicCase().allowedLateness(PARTITION_LAG))
                        .areAsStored();
            }
        }
    }
}
