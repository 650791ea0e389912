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
            .withDescription("Topics of the city that are published, between commas.");
    static final ConfigOption<Long> SEED = key("seed")
            .longType()
            .defaultValue(CITY.seed())
            .withDescription("Names the city: event i of a seed and a start is always the same.");
    static final ConfigOption<Integer> CAMERAS =
            key("cameras").intType().defaultValue(CITY.cameras()).withDescription("Cameras in the city.");
    static final ConfigOption<Integer> VEHICLES =
            key("vehicles").intType().defaultValue(CITY.vehicles()).withDescription("Vehicles in the city.");
    static final ConfigOption<Integer> STATIONS =
            key("stations").intType().defaultValue(CITY.stations()).withDescription("Weather stations in the city.");
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
            .withDescription("Mean time between two accidents of the city. The first comes within half an hour.");
    static final ConfigOption<String> START = key("start")
            .stringType()
            .noDefaultValue()
            .withDescription("ISO instant at which the city begins. Default: the prologue before the current minute.");
    static final ConfigOption<Duration> PROLOGUE = key("prologue")
            .durationType()
            .defaultValue(Duration.ofMinutes(70))
            .withDescription("Simulated time before life begins; its events are sent at once.");
    static final ConfigOption<Duration> PROLOGUE_FRAMES = key("prologue.frames")
            .durationType()
            .defaultValue(Duration.ofMinutes(3))
            .withDescription(
                    "The end of the prologue of which frames are sent too. More delays life: pictures are dear.");
    static final ConfigOption<Duration> DURATION = key("duration")
            .durationType()
            .noDefaultValue()
            .withDescription("Simulated time after the prologue; then the job ends. Default: for ever.");
    static final ConfigOption<Long> LIMIT = key("limit")
            .longType()
            .noDefaultValue()
            .withDescription(
                    "Frames in all, those of the prologue included; the job, with all topics, ends at the time "
                            + "of the next one. With --duration, whichever is less. Default: no limit.");
    static final ConfigOption<Double> RATE = key("rate")
            .doubleType()
            .noDefaultValue()
            .withDescription("Frames a second after the prologue; the other topics go faster or slower by as much. "
                    + "Default: life at its own pace, cameras / frame.interval.");

    static final List<ConfigOption<?>> ALL = all();

    private SimulateOptions() {}

    /** The option that names the topic of a feed. */
    static ConfigOption<String> topic(CityFeed<?> feed) {
        return key("topic." + feed.name())
                .stringType()
                .defaultValue(feed.name())
                .withDescription(
                        "Topic that takes the %s events. Its timestamps must be CreateTime: an event is stamped "
                                        .formatted(feed.name())
                                + "with its simulated arrival.");
    }

    private static List<ConfigOption<?>> all() {
        var all = new ArrayList<ConfigOption<?>>(List.of(KafkaOptions.BOOTSTRAP, TOPICS, SEED, CAMERAS, VEHICLES));
        all.addAll(List.of(STATIONS, FRAME_INTERVAL, TELEMETRY_INTERVAL, OBSERVATION_INTERVAL, ACCIDENT_INTERVAL));
        all.addAll(List.of(START, PROLOGUE, PROLOGUE_FRAMES, DURATION, LIMIT, RATE));
        CityFeed.ALL.forEach(feed -> all.add(topic(feed)));
        return List.copyOf(all);
    }
}
