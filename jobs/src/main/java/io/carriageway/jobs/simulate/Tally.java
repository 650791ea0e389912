package io.carriageway.jobs.simulate;

import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Counts what is sent, for the job's last line. */
final class Tally extends RichMapFunction<SimulatedFrame, SimulatedFrame> {

    /** The accumulators' names, as the job's result shows them. */
    static final String FRAMES = "frames";

    static final String PICTURE_BYTES = "picture_bytes";

    private final LongCounter frames = new LongCounter();
    private final LongCounter pictureBytes = new LongCounter();

    @Override
    public void open(OpenContext context) {
        getRuntimeContext().addAccumulator(FRAMES, frames);
        getRuntimeContext().addAccumulator(PICTURE_BYTES, pictureBytes);
    }

    @Override
    public SimulatedFrame map(SimulatedFrame frame) {
        frames.add(1L);
        pictureBytes.add(frame.frame().getImage().remaining());
        return frame;
    }
}
