package io.carriageway.jobs.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.async.AsyncFunction;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.util.Collector;
import org.apache.flink.util.Preconditions;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class StepsTest {

    private static final int JOB = 4;

    private final StreamExecutionEnvironment env = environment();

    private static StreamExecutionEnvironment environment() {
        var onlyOwnUids = new Configuration().set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        return StreamExecutionEnvironment.getExecutionEnvironment(onlyOwnUids).setParallelism(JOB);
    }

    @Test
    void theNameOfEachStepIsItsUid() {
        Steps.of(numbers("numbers").stream())
                .map("map", number -> number + 1, Long.class)
                .filter("filter", number -> number > 1)
                .flatMap("flat-map", (number, out) -> out.collect(number), Long.class)
                .async("async", new AtOnce(), 1, Long.class)
                .ignoreIdleness("ignore-idleness")
                .keyBy(number -> number)
                .process("keyed", new Pass(), Long.class)
                .sink("sink", new DiscardingSink<>());
        assertThat(nodes())
                .extracting(StreamNode::getTransformationUID)
                .containsExactly("numbers", "map", "filter", "flat-map", "async", "ignore-idleness", "keyed", "sink");
        assertThat(nodes()).allMatch(node -> nameOf(node).equals(node.getTransformationUID()));
    }

    @Test
    void stepsInTheChainOfASmallSourceAreAsManyAsTheSourceUpToTheShuffle() {
        Steps.source(env, "one", new NumberSequenceSource(0, 1), WatermarkStrategy.noWatermarks(), 1)
                .map("chained", number -> number, Types.LONG)
                .keyBy(number -> number)
                .process("behind-the-shuffle", new Pass(), Types.LONG)
                .sink("sink", new DiscardingSink<>());
        assertThat(parallelisms())
                .containsExactly(
                        tuple("one", 1), tuple("chained", 1), tuple("behind-the-shuffle", JOB), tuple("sink", JOB));
    }

    @Test
    void whatIsNotSaidToBeInTheChainHasTheParallelismOfTheJob() {
        var one = env.fromSource(new NumberSequenceSource(0, 1), WatermarkStrategy.noWatermarks(), "one")
                .uid("one")
                .setParallelism(1);
        Steps.of(one).map("spread", number -> number, Types.LONG).sink("sink", new DiscardingSink<>());
        Steps.of(one).inChain().filter("chained", number -> true).sink("chained-sink", new DiscardingSink<>());
        assertThat(parallelisms())
                .containsExactlyInAnyOrder(
                        tuple("one", 1),
                        tuple("spread", JOB),
                        tuple("sink", JOB),
                        tuple("chained", 1),
                        tuple("chained-sink", 1));
    }

    private Step<Long> numbers(String name) {
        return Steps.source(env, name, new NumberSequenceSource(0, 1), WatermarkStrategy.noWatermarks());
    }

    private List<StreamNode> nodes() {
        var nodes = new ArrayList<>(env.getStreamGraph(false).getStreamNodes());
        nodes.sort((a, b) -> Integer.compare(a.getId(), b.getId()));
        return nodes;
    }

    private List<Tuple> parallelisms() {
        return nodes().stream()
                .map(node -> tuple(nameOf(node), node.getParallelism()))
                .toList();
    }

    /** The name without Flink's prefix for sources and sinks. */
    private static String nameOf(StreamNode node) {
        return node.getOperatorName().replace("Source: ", "").replace(": Writer", "");
    }

    private static final class AtOnce implements AsyncFunction<Long, Long> {
        @Override
        public void asyncInvoke(Long number, ResultFuture<Long> result) {
            result.complete(List.of(number));
        }
    }

    private static final class Pass extends KeyedProcessFunction<Long, Long, Long> {
        @Override
        public void processElement(Long number, Context context, Collector<Long> out) {
            out.collect(Preconditions.checkNotNull(number));
        }
    }
}
