package io.carriageway.jobs.simulate;

import io.carriageway.event.CameraFrame;
import io.carriageway.jobs.Environments;
import io.carriageway.jobs.io.kafka.EventForm;
import io.carriageway.jobs.io.kafka.EventSink;
import java.time.Clock;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Publishes the simulated city's camera frames: a prologue at once, then life at its pace, then an exact stop. */
public final class SimulateJob {

    public static final String NAME = "carriageway-simulate";

    private SimulateJob() {}

    public static void main(String[] args) throws Exception {
        var env = StreamExecutionEnvironment.getExecutionEnvironment();
        attach(env, args);
        var tally = env.execute(NAME).getAllAccumulatorResults();
        System.out.println("simulated " + tally);
    }

    /** Builds the job from its options; {@link #main} without the execution. */
    public static void attach(StreamExecutionEnvironment env, String... args) throws Exception {
        var config = SimulateConfig.from(Clock.systemUTC(), args);
        Environments.prepare(env);
        var frames = new DataGeneratorSource<>(
                new FrameGenerator(config.city()),
                config.limit(),
                new PrologueThenRate(config.prologueFrames(), config.rate()),
                TypeInformation.of(SimulatedFrame.class));
        var unused = env.fromSource(frames, WatermarkStrategy.noWatermarks(), "city")
                .uid("city")
                .setParallelism(1)
                .map(new Tally())
                .name("tally")
                .uid("tally")
                .setParallelism(1)
                .sinkTo(EventSink.to(
                        config.bootstrap(),
                        config.topic(),
                        new EventForm<>(
                                CameraFrame.class,
                                SimulatedFrame::frame,
                                frame -> frame.frame().getCameraId(),
                                SimulatedFrame::arrivalMillis)))
                .name("camera-topic")
                .uid("camera-topic")
                .setParallelism(1);
    }
}
