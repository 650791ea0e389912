package io.carriageway.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Fails its job unless the numbers 0, 1, 2, ... come without gap or repetition, also across a restore, and the first
 * one of this run is at least {@code start}. Creates a file when it has seen one.
 */
final class CountInOrder extends KeyedProcessFunction<String, Long, Long> {
    private final long start;
    private final String sign;

    private transient ValueState<Long> expected;
    private transient boolean started;

    private CountInOrder(long start, String sign) {
        this.start = start;
        this.sign = sign;
    }

    static CountInOrder from(long start, Path sign) {
        return new CountInOrder(start, sign.toString());
    }

    @Override
    public void open(OpenContext context) {
        expected = getRuntimeContext().getState(new ValueStateDescriptor<>("expected", Types.LONG));
    }

    @Override
    public void processElement(Long number, Context context, Collector<Long> out) throws IOException {
        if (!started) {
            begin(number);
        }
        long next = expected.value() == null ? 0 : expected.value();
        check(number == next, number + " came, " + next + " was expected");
        expected.update(next + 1);
        out.collect(number);
    }

    private void begin(long number) throws IOException {
        check(number >= start, number + " came, at least " + start + " was expected");
        Files.createFile(Path.of(sign));
        started = true;
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
