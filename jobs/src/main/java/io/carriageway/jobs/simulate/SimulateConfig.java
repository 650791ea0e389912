package io.carriageway.jobs.simulate;

import io.carriageway.city.City;
import io.carriageway.city.CityConfig;
import io.carriageway.city.CityFeed;
import io.carriageway.city.EmissionSchedule;
import io.carriageway.jobs.io.kafka.KafkaClient;
import io.carriageway.jobs.options.JobArguments;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;

/**
 * The settings of the simulation, and its pace.
 *
 * @param topics the topic of each published feed
 * @param framesFrom time from the city's first instant to the first published frame
 * @param prologue simulated time whose events are published at once
 * @param end time from the city's first instant to the end; empty for no end
 * @param speed 1 is real time
 */
record SimulateConfig(
        KafkaClient kafka,
        CityConfig city,
        Map<CityFeed<?>, String> topics,
        Duration framesFrom,
        Duration prologue,
        Optional<Duration> end,
        double speed) {

    static SimulateConfig from(Clock clock, String... args) throws IOException {
        var given = JobArguments.parse(args, SimulateOptions.ALL, Map.of());
        var prologue = JobArguments.require(given, SimulateOptions.PROLOGUE);
        var frames = JobArguments.require(given, SimulateOptions.PROLOGUE_FRAMES);
        var framesFrom = prologue.compareTo(frames) > 0 ? prologue.minus(frames) : Duration.ZERO;
        var city = city(given, clock, prologue);
        var schedule = new EmissionSchedule(city.cameras(), city.frameInterval());
        var rate = JobArguments.optional(given, SimulateOptions.RATE);
        return new SimulateConfig(
                KafkaClient.of(given),
                city,
                topics(given),
                framesFrom,
                prologue,
                end(given, prologue, schedule, schedule.before(framesFrom)),
                rate == null ? 1 : rate / schedule.perSecond());
    }

    private static CityConfig city(Configuration given, Clock clock, Duration prologue) {
        var start = JobArguments.optional(given, SimulateOptions.START);
        return new CityConfig(
                JobArguments.require(given, SimulateOptions.SEED),
                JobArguments.require(given, SimulateOptions.CAMERAS),
                JobArguments.require(given, SimulateOptions.VEHICLES),
                JobArguments.require(given, SimulateOptions.STATIONS),
                JobArguments.require(given, SimulateOptions.FRAME_INTERVAL),
                JobArguments.require(given, SimulateOptions.TELEMETRY_INTERVAL),
                JobArguments.require(given, SimulateOptions.OBSERVATION_INTERVAL),
                JobArguments.require(given, SimulateOptions.ACCIDENT_INTERVAL),
                start == null ? clock.instant().truncatedTo(ChronoUnit.MINUTES).minus(prologue) : Instant.parse(start));
    }

    private static Map<CityFeed<?>, String> topics(Configuration given) {
        var wanted = new ArrayList<>(Arrays.asList(
                JobArguments.require(given, SimulateOptions.TOPICS).split(",", -1)));
        var topics = new LinkedHashMap<CityFeed<?>, String>();
        for (var feed : CityFeed.ALL) {
            if (wanted.remove(feed.name())) {
                topics.put(feed, JobArguments.require(given, SimulateOptions.topic(feed)));
            }
        }
        if (!wanted.isEmpty()) {
            throw new IllegalArgumentException("option --topics names %s; known are %s, each once"
                    .formatted(wanted, CityFeed.ALL.stream().map(CityFeed::name).toList()));
        }
        return topics;
    }

    private static Optional<Duration> end(
            Configuration given, Duration prologue, EmissionSchedule frames, long firstFrame) {
        var duration = Optional.ofNullable(JobArguments.optional(given, SimulateOptions.DURATION))
                .map(prologue::plus);
        var limit = Optional.ofNullable(JobArguments.optional(given, SimulateOptions.LIMIT))
                .map(count -> frames.time(firstFrame + count));
        return duration.isPresent() && limit.isPresent() && duration.get().compareTo(limit.get()) < 0
                ? duration
                : limit.or(() -> duration);
    }

    List<CityFeed<?>> feeds() {
        return List.copyOf(topics.keySet());
    }

    String topic(CityFeed<?> feed) {
        return topics.get(feed);
    }

    /** The turns of a feed that are published. */
    Span span(CityFeed<?> feed) {
        var schedule = feed.schedule().apply(City.of(city));
        var first = feed == CityFeed.CAMERA ? schedule.before(framesFrom) : 0;
        var last = end.map(schedule::before).orElse(schedule.sources() == 0 ? 0 : Long.MAX_VALUE);
        var prologueEnd = Math.max(first, schedule.before(prologue));
        return new Span(first, prologueEnd - first, last - first, speed * schedule.perSecond());
    }
}
