package io.carriageway.verify.topic;

import io.carriageway.verify.oracle.Oracle;
import io.carriageway.verify.oracle.Topic.Sent;
import io.carriageway.verify.oracle.Trial.Input;
import java.util.List;
import java.util.function.LongFunction;

/**
 * A topic of another job that the job reads. The oracle stores its verdicts in a schema with the name of that job.
 *
 * @param records of a seed, in the order of their arrival
 */
public record ReadTopic(TopicCase topic, LongFunction<List<Sent>> records) implements Companion {

    @Override
    public void join(TopicRun run) throws Exception {
        run.addTopic(topic.topic(), run.partitions());
    }

    @Override
    public List<Input> inputs(TopicRun run, long seed) {
        return List.of(new Input(run.topicOf(topic.topic()), () -> records.apply(seed)));
    }

    @Override
    public void tell(Oracle oracle, TopicRun run) throws Exception {
        oracle.judge(topic.job().name(), TopicOracle.inputOf(topic, run.topicOf(topic.topic())), "verdict");
    }
}
