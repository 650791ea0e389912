package io.carriageway.jobs.simulate;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.city.CityOptions;
import io.carriageway.jobs.JobArguments;
import io.carriageway.jobs.io.kafka.KafkaOptions;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/**
 * What is simulated, and how fast.
 *
 * @param prologueFrames frames before life begins, sent at once
 * @param limit frames in all
 * @param rate frames a second after the prologue
 */
record SimulateConfig(String bootstrap, String topic, CityOptions city, long prologueFrames, long limit, double rate) {

    private static final ConfigOption<String> TOPIC = key("topic.camera")
            .stringType()
            .defaultValue("camera")
            .withDescription(
                    "Topic that takes the frames. Its timestamps must be CreateTime: a frame is stamped with its simulated arrival.");
    private static final ConfigOption<Long> SEED = key("seed")
            .longType()
            .defaultValue(1L)
            .withDescription("Names the city: frame i of a seed and a start is always the same.");
    private static final ConfigOption<Integer> CAMERAS =
            key("cameras").intType().defaultValue(8).withDescription("Cameras in the city.");
    private static final ConfigOption<Integer> VEHICLES =
            key("vehicles").intType().defaultValue(400).withDescription("Vehicles in the city.");
    private static final ConfigOption<Duration> FRAME_INTERVAL = key("frame.interval")
            .durationType()
            .defaultValue(Duration.ofSeconds(2))
            .withDescription("Time between two frames of a camera.");
    private static final ConfigOption<String> START = key("start")
            .stringType()
            .noDefaultValue()
            .withDescription("ISO instant of the first frame. Default: the prologue before the current minute.");
    private static final ConfigOption<Duration> PROLOGUE = key("prologue")
            .durationType()
            .defaultValue(Duration.ofMinutes(3))
            .withDescription("Simulated time before life begins; its frames are sent at once.");
    private static final ConfigOption<Duration> DURATION = key("duration")
            .durationType()
            .noDefaultValue()
            .withDescription("Simulated time after the prologue; then the job ends. Default: for ever.");
    private static final ConfigOption<Long> LIMIT = key("limit")
            .longType()
            .noDefaultValue()
            .withDescription(
                    "Frames in all, prologue included; then the job ends. With --duration, whichever is less.");
    private static final ConfigOption<Double> RATE = key("rate")
            .doubleType()
            .noDefaultValue()
            .withDescription(
                    "Frames a second after the prologue. Default: life at its own pace, cameras / frame.interval.");

    private static final List<ConfigOption<?>> OPTIONS = List.of(
            KafkaOptions.BOOTSTRAP,
            TOPIC,
            SEED,
            CAMERAS,
            VEHICLES,
            FRAME_INTERVAL,
            START,
            PROLOGUE,
            DURATION,
            LIMIT,
            RATE);

    static SimulateConfig from(Clock clock, String... args) throws IOException {
        var given = JobArguments.parse(args, OPTIONS, Map.of());
        var prologue = JobArguments.require(given, PROLOGUE);
        var city = new CityOptions(
                JobArguments.require(given, SEED),
                JobArguments.require(given, CAMERAS),
                JobArguments.require(given, VEHICLES),
                JobArguments.require(given, FRAME_INTERVAL),
                start(given, clock, prologue));
        var rate = JobArguments.optional(given, RATE);
        return new SimulateConfig(
                JobArguments.require(given, KafkaOptions.BOOTSTRAP),
                JobArguments.require(given, TOPIC),
                city,
                frames(city, prologue),
                limit(given, city, prologue),
                rate == null ? city.cameras() * 1000.0 / city.frameInterval().toMillis() : rate);
    }

    private static Instant start(Configuration given, Clock clock, Duration prologue) {
        var start = JobArguments.optional(given, START);
        return start == null ? clock.instant().truncatedTo(ChronoUnit.MINUTES).minus(prologue) : Instant.parse(start);
    }

    private static long limit(Configuration given, CityOptions city, Duration prologue) {
        var limit = JobArguments.optional(given, LIMIT);
        var duration = JobArguments.optional(given, DURATION);
        return Math.min(
                limit == null ? Long.MAX_VALUE : limit,
                duration == null ? Long.MAX_VALUE : frames(city, prologue.plus(duration)));
    }

    private static long frames(CityOptions city, Duration time) {
        return time.toMillis() / city.frameInterval().toMillis() * city.cameras();
    }
}
