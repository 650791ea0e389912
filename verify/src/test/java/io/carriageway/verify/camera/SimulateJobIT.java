package io.carriageway.verify.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.city.City;
import io.carriageway.city.CityConfig;
import io.carriageway.city.CityEvent;
import io.carriageway.city.CityFeed;
import io.carriageway.event.CameraFrame;
import io.carriageway.jobs.simulate.SimulateJob;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.schemas.Decoded;
import io.carriageway.schemas.SingleObjectCodec;
import io.carriageway.verify.oracle.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
    private static final CityConfig OPTIONS =
            CityConfig.defaults().withSeed(5).withCameras(2).withFirst(START);

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
        var arguments = new ArrayList<>(
                List.of(("--kafka.bootstrap %s --seed 5 --cameras 2 --vehicles 60 --start %s --prologue.frames PT4S"
                                + " --duration PT20S --rate 5")
                        .formatted(sandbox.kafkaBootstrap(), START)
                        .split(" ", -1)));
        for (var feed : CityFeed.ALL) {
            sandbox.kafka().createTopic(topicOf(feed), 1);
            arguments.addAll(List.of("--topic." + feed.name(), topicOf(feed)));
        }
        var env = new StreamExecutionEnvironment(sandbox.flinkConfiguration());
        SimulateJob.attach(env, arguments.toArray(new String[0]));
        assertThat(sandbox.flink().awaitEnd(sandbox.flink().submit(env, "simulate"), Duration.ofMinutes(3)))
                .isEmpty();
        for (var feed : CityFeed.ALL) {
            assertHasWhatTheCityReports(sandbox, feed);
        }
    }

    private static String topicOf(CityFeed<?> feed) {
        return "all-" + feed.name();
    }

    private static <E extends SpecificRecordBase> void assertHasWhatTheCityReports(Sandbox sandbox, CityFeed<E> feed) {
        var city = City.of(OPTIONS.withVehicles(60));
        var schedule = feed.schedule().apply(city);
        long first =
                feed == CityFeed.CAMERA ? schedule.before(Duration.ofMinutes(70).minusSeconds(4)) : 0;
        long end = schedule.before(Duration.ofMinutes(70).plusSeconds(20));
        assertThat(events(sandbox, topicOf(feed), feed.record()))
                .as(feed.name())
                .isNotEmpty()
                .containsExactlyElementsOf(LongStream.range(first, end)
                        .mapToObj(index -> feed.event().of(city, index))
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
