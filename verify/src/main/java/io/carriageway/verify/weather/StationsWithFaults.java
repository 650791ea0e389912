package io.carriageway.verify.weather;

import static io.carriageway.verify.topic.FaultyDelivery.MINUTE;
import static io.carriageway.verify.topic.FaultyDelivery.SECOND;
import static io.carriageway.verify.topic.FaultyDelivery.SLOW_LINE;

import io.carriageway.event.WeatherCondition;
import io.carriageway.event.WeatherObservation;
import io.carriageway.verify.oracle.JsonMessages;
import io.carriageway.verify.oracle.Topic.Sent;
import io.carriageway.verify.topic.FaultyDelivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/**
 * Seeded weather of four stations with faults: observations that are out of order, duplicate, late, from wrong clocks,
 * in JSON, or defective. Two stations are delayed, one is silent for twenty minutes. Every fault occurs at least once.
 */
public final class StationsWithFaults {

    static final String SILENT = "st-3";
    static final Instant SILENT_FROM = Instant.parse("2026-07-01T12:20:00Z");
    static final Instant SILENT_TO = Instant.parse("2026-07-01T12:40:00Z");

    static final Instant START = Instant.parse("2026-07-01T12:00:00Z");
    private static final Duration LENGTH = Duration.ofMinutes(60);

    /** Kafka puts stations of even number into one of two partitions, the others into the other, which is delayed. */
    private static final List<String> STATIONS = List.of("st-4", "st-1", "st-5", SILENT);

    private static final long INTERVAL = 5 * SECOND;
    private static final Duration LATENESS = Duration.ofMinutes(10);

    /** Climate of each station: temperate, hot and dry, hot and humid, frosty. The ranges include all thresholds. */
    private static final double[] TEMPERATURE_C = {20, 38, 27, -4};

    private static final double[] HUMIDITY_PCT = {60, 10, 88, 80};

    private final Random random;
    private final FaultyDelivery<WeatherObservation> delivery;

    private StationsWithFaults(long seed) {
        random = new Random(seed);
        delivery = new FaultyDelivery<>(random, WeatherObservation.class, WeatherObservation::getStationId, LATENESS);
    }

    /** All records of the hour, in the order of their arrival. */
    public static List<Sent> records(long seed) {
        return records(seed, LENGTH);
    }

    /** The same with another length. */
    public static List<Sent> records(long seed, Duration length) {
        var troubled = new StationsWithFaults(seed);
        for (long i = 0; i < STATIONS.size() * length.toMillis() / INTERVAL; i++) {
            troubled.add(i);
        }
        return troubled.delivery.endingBadly(STATIONS.stream());
    }

    private void add(long index) {
        var observation = observation(index);
        long observedAt = observation.getObservedAt().toEpochMilli();
        if (isSilent(observation)) {
            return;
        }
        long arrival = observedAt + random.nextLong(2 * SECOND) + (index % 2 == 1 ? SLOW_LINE : 0);
        int turn = FaultyDelivery.turnOf(index);
        switch (turn) {
            case 60 -> delivery.spoilAndSend(observation, WeatherDefect.ALL, arrival);
            case 70 -> delivery.sendValue(observation, JsonMessages.write(observation), arrival);
            default -> delivery.deliver(turn, observation, observedAt, arrival);
        }
    }

    private static boolean isSilent(WeatherObservation observation) {
        return observation.getStationId().equals(SILENT)
                && !observation.getObservedAt().isBefore(SILENT_FROM)
                && observation.getObservedAt().isBefore(SILENT_TO);
    }

    /** In some windows a station does not measure a quantity; single values are missing everywhere. */
    private WeatherObservation observation(long index) {
        int station = (int) (index % STATIONS.size());
        long observedAt = START.toEpochMilli() + index / STATIONS.size() * INTERVAL;
        long window = observedAt / (10 * MINUTE);
        var conditions = WeatherCondition.values();
        return new WeatherObservation(
                STATIONS.get(station),
                Instant.ofEpochMilli(observedAt),
                52.5 + station / 100.0,
                13.4,
                window % 7 == station ? null : sometimes(around(TEMPERATURE_C[station], 2)),
                window % 3 == station ? null : sometimes(Math.min(100, around(HUMIDITY_PCT[station], 8))),
                sometimes(around(1_013, 9)),
                window % 4 == station ? null : sometimes(around(5, 5)),
                window % 5 == station ? null : sometimes(around(180, 180)),
                window % 6 == station ? null : sometimes(Math.max(0, around(1, 3))),
                sometimes(around(9_000, 900)),
                conditions[random.nextInt(1 + (int) (window % conditions.length))],
                sometimes("words of station " + station),
                sometimes(random.nextInt(10_000)));
    }

    /** A random value at most this far from the middle, rounded to hundredths. */
    private double around(double middle, double spread) {
        return Math.round((middle + (random.nextDouble() * 2 - 1) * spread) * 100) / 100.0;
    }

    private <T> T sometimes(T value) {
        return random.nextInt(4) == 0 ? null : value;
    }
}
