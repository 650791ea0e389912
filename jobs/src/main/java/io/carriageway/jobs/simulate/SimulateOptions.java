package io.carriageway.jobs.simulate;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.city.CityConfig;
import io.carriageway.city.CityFeed;
import io.carriageway.jobs.io.kafka.KafkaOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.flink.configuration.ConfigOption;

/** The options of the simulation: its city, its topics, its pace and its end. */
final class SimulateOptions {

    private static final CityConfig CITY = CityConfig.defaults();

    static final ConfigOption<String> TOPICS = key("topics")
            .stringType()
            .defaultValue(CityFeed.ALL.stream().map(CityFeed::name).collect(Collectors.joining(",")))
            .withDescription("Topics of the city that are published, separated by commas.");
    static final ConfigOption<Long> SEED = key("seed")
            .longType()
            .defaultValue(CITY.seed())
            .withDescription("Number that names the city: event i of a seed and a start is always the same.");
    static final ConfigOption<Integer> CAMERAS =
            key("cameras").intType().defaultValue(CITY.cameras()).withDescription("Number of cameras in the city.");
    static final ConfigOption<Integer> VEHICLES =
            key("vehicles").intType().defaultValue(CITY.vehicles()).withDescription("Number of vehicles in the city.");
    static final ConfigOption<Integer> STATIONS = key("stations")
            .intType()
            .defaultValue(CITY.stations())
            .withDescription("Number of weather stations in the city.");
    static final ConfigOption<Duration> FRAME_INTERVAL = key("frame.interval")
            .durationType()
            .defaultValue(CITY.frameInterval())
            .withDescription("Time between two frames of a camera.");
    static final ConfigOption<Duration> TELEMETRY_INTERVAL = key("telemetry.interval")
            .durationType()
            .defaultValue(CITY.telemetryInterval())
            .withDescription("Time between two reports of a vehicle on tour.");
    static final ConfigOption<Duration> OBSERVATION_INTERVAL = key("observation.interval")
            .durationType()
            .defaultValue(CITY.observationInterval())
            .withDescription("Time between two observations of a weather station.");
    static final ConfigOption<Duration> ACCIDENT_INTERVAL = key("accident.interval")
            .durationType()
            .defaultValue(CITY.accidentInterval())
            .withDescription("Mean time between two accidents of the city. The first happens within half an hour.");
    static final ConfigOption<String> START = key("start")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "Instant at which the city begins, like 2026-07-01T00:00:00Z. Default: the prologue before the current minute.");
    static final ConfigOption<Duration> PROLOGUE = key("prologue")
            .durationType()
            .defaultValue(Duration.ofMinutes(70))
            .withDescription("Simulated time before the live phase. Its events are sent at once.");
    static final ConfigOption<Duration> PROLOGUE_FRAMES = key("prologue.frames")
            .durationType()
            .defaultValue(Duration.ofMinutes(3))
            .withDescription(
                    "Time at the end of the prologue of which frames are sent too. Rendering is slow, so a larger value delays the live phase.");
    static final ConfigOption<Duration> DURATION = key("duration")
            .durationType()
            .noDefaultValue()
            .withDescription("Simulated time from the end of the prologue to the end of the job. Default: no end.");
    static final ConfigOption<Long> LIMIT = key("limit")
            .longType()
            .noDefaultValue()
            .withDescription(
                    "Number of frames, those of the prologue included, after which the job ends with all its topics, at the time of the next frame. If --duration is given too, the earlier end applies. Default: no limit.");
    static final ConfigOption<Double> RATE = key("rate")
            .doubleType()
            .noDefaultValue()
            .withDescription(
                    "Number of frames per second after the prologue. The other topics speed up or slow down by the same factor. Default: real time, cameras / frame.interval.");

    static final List<ConfigOption<?>> ALL = all();

    private SimulateOptions() {}

    /** The option that names the topic of a feed. */
    static ConfigOption<String> topic(CityFeed<?> feed) {
        return key("topic." + feed.name())
                .stringType()
                .defaultValue(feed.name())
                .withDescription(
                        "Topic that takes the %s events. Its timestamps must be CreateTime, because an event has its simulated arrival as its timestamp."
                                .formatted(feed.name()));
    }

    private static List<ConfigOption<?>> all() {
        var all = new ArrayList<ConfigOption<?>>(
                List.of(KafkaOptions.BOOTSTRAP, KafkaOptions.CLIENT, TOPICS, SEED, CAMERAS, VEHICLES));
        all.addAll(List.of(STATIONS, FRAME_INTERVAL, TELEMETRY_INTERVAL, OBSERVATION_INTERVAL, ACCIDENT_INTERVAL));
        all.addAll(List.of(START, PROLOGUE, PROLOGUE_FRAMES, DURATION, LIMIT, RATE));
        CityFeed.ALL.forEach(feed -> all.add(topic(feed)));
        return List.copyOf(all);
    }
}
