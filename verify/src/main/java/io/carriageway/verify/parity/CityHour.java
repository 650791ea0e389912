package io.carriageway.verify.parity;

import io.carriageway.city.City;
import io.carriageway.verify.accident.ReportsWithFaults;
import io.carriageway.verify.camera.CityWithFaults;
import io.carriageway.verify.oracle.Topic.Sent;
import io.carriageway.verify.trial.TopicCases;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An hour of all topics, or another time, with every fault. Quiet events come before and after it, so that no clock
 * hour that is compared is empty, and the input continues behind it.
 *
 * @param records of each topic, in the order of their arrival
 */
record CityHour(Duration length, Map<String, List<Sent>> records) {

    static final Instant START = ReportsWithFaults.START;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    /** Time after the range at which all its windows are final, and all rows that depend on later events. */
    private static final Duration MUCH_LATER = Duration.ofHours(4);

    private static final Duration FRAME_INTERVAL = Duration.ofSeconds(10);

    private static final Map<String, QuietEvents<?>> QUIET = quiet();

    /** Frames are rendered once, and then read from the folder. */
    static CityHour of(long seed, Duration length, Path folder) throws IOException {
        var city = City.of(CityWithFaults.options(seed, FRAME_INTERVAL).withFirst(START));
        var pictures = new RenderedPictures(folder.resolve("parity-%d-%d".formatted(seed, length.toMinutes())));
        var records = new HashMap<>(Map.of(
                "camera", CityWithFaults.records(city, seed, length, pictures.of(city, length)),
                "accident", withoutEnd(ReportsWithFaults.records(seed, length))));
        TopicCases.ALL.forEach(topic -> records.computeIfAbsent(
                topic.topic().name(), name -> topic.input().records().of(seed, length)));
        return new CityHour(length, records);
    }

    /** It would end hours later; here all topics end at once. */
    private static List<Sent> withoutEnd(List<Sent> records) {
        return records.stream()
                .filter(record -> record.timestampMillis() < ReportsWithFaults.END.toEpochMilli())
                .toList();
    }

    /** Quiet events of a topic, all at that time. */
    List<Sent> quiet(String topic, Instant time) {
        return QUIET.get(topic).at(time, records.get(topic));
    }

    private static Map<String, QuietEvents<?>> quiet() {
        var quiet = new HashMap<String, QuietEvents<?>>(
                Map.of("camera", QuietEvents.CAMERA, "accident", QuietEvents.ACCIDENT));
        TopicCases.ALL.forEach(topic -> quiet.putIfAbsent(topic.topic().name(), QuietEvents.of(topic)));
        return quiet;
    }

    Range whole() {
        return new Range(
                "whole", START.minus(HOUR), Range.ceil(START.plus(length), HOUR).plus(HOUR));
    }

    Range middle(Duration window) {
        return Range.middle(START, START.plus(length), window);
    }

    /** The time from which only quiet events arrive. */
    Instant over() {
        long latest = records.values().stream()
                .flatMap(List::stream)
                .mapToLong(Sent::timestampMillis)
                .max()
                .orElseThrow();
        return Instant.ofEpochMilli(latest + 1);
    }

    Instant before() {
        return whole().from().plus(HALF_AN_HOUR);
    }

    Instant after() {
        return whole().to().minus(HALF_AN_HOUR);
    }

    Instant muchLater() {
        return whole().to().plus(MUCH_LATER);
    }
}
