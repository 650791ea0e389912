package io.carriageway.sandbox.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.city.City;
import io.carriageway.city.CityEvent;
import io.carriageway.city.CityOptions;
import io.carriageway.event.AccidentReport;
import io.carriageway.event.CameraFrame;
import io.carriageway.event.VehicleTelemetry;
import io.carriageway.event.WeatherObservation;
import io.carriageway.jobs.simulate.SimulateJob;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.sandbox.oracle.Topic;
import io.carriageway.schemas.Decoded;
import io.carriageway.schemas.SingleObjectCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.avro.specific.SpecificRecordBase;
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
                "--topics",
                "camera",
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

    @Test
    void everyTopicGetsWhatTheCityReportsUpToOneTimeAndFramesOnlyOfTheProloguesEnd(Sandbox sandbox) throws Exception {
        for (var topic : List.of("all-camera", "all-telemetry", "all-weather", "all-accident")) {
            sandbox.kafka().createTopic(topic, 1);
        }
        var env = new StreamExecutionEnvironment(sandbox.flinkConfiguration());
        var arguments = "--kafka.bootstrap %s --topic.camera all-camera --topic.vehicle-telemetry all-telemetry "
                + "--topic.weather all-weather --topic.accident all-accident --seed 5 --cameras 2 --vehicles 60 "
                + "--start %s --prologue.frames PT4S --duration PT20S --rate 5";
        SimulateJob.attach(
                env, arguments.formatted(sandbox.kafkaBootstrap(), START).split(" ", -1));
        assertThat(sandbox.flink().awaitEnd(sandbox.flink().submit(env, "simulate"), Duration.ofMinutes(3)))
                .isEmpty();

        var city = City.of(OPTIONS.withVehicles(60));
        var end = Duration.ofMinutes(70).plusSeconds(20);
        var firstFrame = city.frames().before(Duration.ofMinutes(70).minusSeconds(4));
        assertThat(events(sandbox, "all-camera", CameraFrame.class))
                .containsExactlyElementsOf(
                        LongStream.range(firstFrame, city.frames().before(end))
                                .mapToObj(city::frame)
                                .map(frame -> new CityEvent<>(frame.frame(), frame.arrivalMillis()))
                                .toList());
        assertThat(events(sandbox, "all-telemetry", VehicleTelemetry.class))
                .containsExactlyElementsOf(
                        LongStream.range(0, city.telemetries().before(end))
                                .mapToObj(city::telemetry)
                                .flatMap(Optional::stream)
                                .toList());
        assertThat(events(sandbox, "all-weather", WeatherObservation.class))
                .containsExactlyElementsOf(
                        LongStream.range(0, city.observations().before(end))
                                .mapToObj(city::observation)
                                .toList());
        assertThat(events(sandbox, "all-accident", AccidentReport.class))
                .containsExactlyElementsOf(
                        LongStream.range(0, city.accidentReports().before(end))
                                .mapToObj(city::accidentReport)
                                .flatMap(Optional::stream)
                                .toList());
    }

    private static <E extends SpecificRecordBase> List<CityEvent<E>> events(
            Sandbox sandbox, String topic, Class<E> record) {
        var codec = new SingleObjectCodec<>(record);
        return new Topic(sandbox.kafkaBootstrap(), topic)
                .records().stream()
                        .map(sent -> new CityEvent<>(
                                ((Decoded.Value<E>) codec.decode(sent.value())).value(), sent.timestamp()))
                        .toList();
    }
}
