package io.carriageway.sandbox.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.city.City;
import io.carriageway.city.CityOptions;
import io.carriageway.event.CameraFrame;
import io.carriageway.jobs.simulate.SimulateJob;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.sandbox.oracle.Topic;
import io.carriageway.schemas.Decoded;
import io.carriageway.schemas.SingleObjectCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class SimulateJobIT {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final CityOptions OPTIONS =
            CityOptions.defaults().withSeed(5).withCameras(2).withFirst(START);

    @Test
    void theSimulationSendsTheCitysFramesStampedWithTheirArrivalAndStopsAtTheLimit(Sandbox sandbox) throws Exception {
        sandbox.kafka().createTopic("simulated", 1);
        var env = new StreamExecutionEnvironment(sandbox.flinkConfiguration());
        SimulateJob.attach(
                env,
                "--kafka.bootstrap",
                sandbox.kafkaBootstrap(),
                "--topic.camera",
                "simulated",
                "--seed",
                "5",
                "--cameras",
                "2",
                "--start",
                START.toString(),
                "--prologue",
                "10 s",
                "--duration",
                "10 s",
                "--limit",
                "15",
                "--rate",
                "50");
        assertThat(sandbox.flink().awaitEnd(sandbox.flink().submit(env, "simulate"), Duration.ofMinutes(2)))
                .isEmpty();

        var city = City.of(OPTIONS);
        var codec = new SingleObjectCodec<>(CameraFrame.class);
        var records = new Topic(sandbox.kafkaBootstrap(), "simulated").records();
        assertThat(records)
                .extracting(record -> ((Decoded.Value<CameraFrame>) codec.decode(record.value())).value())
                .containsExactlyElementsOf(LongStream.range(0, 15)
                        .mapToObj(index -> city.frame(index).frame())
                        .toList());
        assertThat(records)
                .extracting(record -> record.timestamp())
                .containsExactlyElementsOf(LongStream.range(0, 15)
                        .mapToObj(index -> city.frame(index).arrivalMillis())
                        .toList());
    }
}
