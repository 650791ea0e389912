package io.carriageway.verify.upgrade;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.AbstractUdfStreamOperator;
import org.apache.flink.streaming.api.operators.SimpleUdfStreamOperatorFactory;

/** Lists the operators of a job by uid, which savepoints contain. */
final class OperatorList {

    private static final String SINK_WRITER = ": Writer";
    private static final String SINK_COMMITTER = ": Committer";

    /** Flink's base classes, whose own initializeState does not mean that an operator has state. */
    private static final Set<Class<?>> BASES = Set.of(AbstractStreamOperator.class, AbstractUdfStreamOperator.class);

    private OperatorList() {}

    /** One line each: the job, the uid, and the kind of its state. */
    static List<String> of(String job, StreamGraph plan) {
        return plan.getStreamNodes().stream()
                .map(node -> "%s %s %s".formatted(job, state(node), node.getTransformationUID()))
                .sorted()
                .toList();
    }

    /** The name, which must be the uid, without Flink's additions. */
    static String name(StreamNode node) {
        var name = node.getOperatorName().replaceFirst("^Source: ", "");
        return name.endsWith(SINK_COMMITTER)
                ? "Sink Committer: " + name.replace(SINK_COMMITTER, "")
                : name.replace(SINK_WRITER, "");
    }

    private static String state(StreamNode node) {
        if (node.getStateKeySerializer() != null) {
            return "keyed-state";
        }
        return isCheckpointed(node) ? "operator-state" : "no-state";
    }

    private static boolean isCheckpointed(StreamNode node) {
        var factory = node.getOperatorFactory();
        if (factory instanceof SimpleUdfStreamOperatorFactory<?> udf
                && udf.getUserFunction() instanceof CheckpointedFunction) {
            return true;
        }
        return Stream.<Class<?>>iterate(
                        factory.getStreamOperatorClass(OperatorList.class.getClassLoader()),
                        type -> type != null && !BASES.contains(type),
                        Class::getSuperclass)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .anyMatch(method -> method.getName().equals("initializeState"));
    }
}
