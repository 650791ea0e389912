package io.carriageway.count;

import static io.carriageway.intake.FieldRules.id;
import static io.carriageway.intake.FieldRules.position;
import static io.carriageway.intake.FieldRules.range;
import static io.carriageway.intake.FieldRules.rangeIfGiven;
import static io.carriageway.intake.FieldRules.reject;
import static io.carriageway.intake.FieldRules.time;

import io.carriageway.event.TrafficCount;
import io.carriageway.intake.Rejection;
import io.carriageway.intake.TopicRules;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Validation rules of topic traffic-count: the period is within one hour, the classes add up to at most the total, and
 * each value is within the bounds of its schema. A count is known at the end of its period.
 *
 * @param hourOffset time after the UTC hour at which hours begin, from 0 to less than an hour
 */
public record TrafficCountRules(Duration hourOffset) implements TopicRules<TrafficCount> {

    private static final int MAX_ID = 64;
    private static final Duration HOUR = Duration.ofHours(1);

    /** 278 a second: more than on any road, and small enough that no sum of an hour overflows. */
    private static final int MAX_VEHICLES = 1_000_000;

    private static final int MAX_SPEED_KMH = 300;

    public TrafficCountRules {
        if (hourOffset.isNegative() || hourOffset.compareTo(HOUR) >= 0) {
            throw new IllegalArgumentException("hours can begin 0 to 59 min after the UTC hour, not " + hourOffset);
        }
    }

    @Override
    public Class<TrafficCount> recordClass() {
        return TrafficCount.class;
    }

    @Override
    public String entityId(TrafficCount count) {
        return count.getSiteId();
    }

    @Override
    public String identity(TrafficCount count) {
        return String.join(
                "\n",
                count.getSiteId(),
                count.getLane(),
                String.valueOf(count.getPeriodStart().toEpochMilli()),
                String.valueOf(count.getPeriodSeconds()));
    }

    @Override
    public Instant eventTime(TrafficCount count) {
        return count.getPeriodStart();
    }

    @Override
    public Instant knownAt(TrafficCount count) {
        return count.getPeriodStart().plusSeconds(count.getPeriodSeconds());
    }

    @Override
    public Duration longestUntilKnown() {
        return HOUR;
    }

    @Override
    public Optional<Rejection> check(TrafficCount count) {
        return id("site_id", count.getSiteId(), MAX_ID)
                .or(() -> count.getLane().isEmpty() ? Optional.empty() : id("lane", count.getLane(), MAX_ID))
                .or(() -> time("period_start", count.getPeriodStart()))
                .or(() -> period(count))
                .or(() -> position(count.getLatitude(), count.getLongitude()))
                .or(() -> range("vehicles", count.getVehicles(), 0, MAX_VEHICLES))
                .or(() -> rangeIfGiven("bicycles", count.getBicycles(), 0, MAX_VEHICLES))
                .or(() -> rangeIfGiven("cars", count.getCars(), 0, MAX_VEHICLES))
                .or(() -> rangeIfGiven("motorcycles", count.getMotorcycles(), 0, MAX_VEHICLES))
                .or(() -> rangeIfGiven("buses", count.getBuses(), 0, MAX_VEHICLES))
                .or(() -> rangeIfGiven("trucks", count.getTrucks(), 0, MAX_VEHICLES))
                .or(() -> rangeIfGiven("others", count.getOthers(), 0, MAX_VEHICLES))
                .or(() -> classes(count))
                .or(() -> rangeIfGiven("speed_kmh", count.getSpeedKmh(), 0, MAX_SPEED_KMH))
                .or(() -> rangeIfGiven("occupancy_pct", count.getOccupancyPct(), 0, 100));
    }

    private Optional<Rejection> period(TrafficCount count) {
        int seconds = count.getPeriodSeconds();
        if (seconds < 1 || seconds > HOUR.toSeconds()) {
            return reject("period-length", "period_seconds is %d, not 1 to %d".formatted(seconds, HOUR.toSeconds()));
        }
        long intoHour = Math.floorMod(count.getPeriodStart().toEpochMilli() - hourOffset.toMillis(), HOUR.toMillis());
        boolean crosses = intoHour + Duration.ofSeconds(seconds).toMillis() > HOUR.toMillis();
        return crosses
                ? reject(
                        "period-crosses-hour",
                        "%d s from %s do not lie within one hour; hours begin %d min after the UTC hour"
                                .formatted(seconds, count.getPeriodStart(), hourOffset.toMinutes()))
                : Optional.empty();
    }

    /** Checks the sum of the classes. Each class is within its bounds already, so the sum cannot overflow. */
    private static Optional<Rejection> classes(TrafficCount count) {
        long counted = Stream.of(
                        count.getBicycles(),
                        count.getCars(),
                        count.getMotorcycles(),
                        count.getBuses(),
                        count.getTrucks(),
                        count.getOthers())
                .filter(Objects::nonNull)
                .flatMapToLong(LongStream::of)
                .sum();
        return counted > count.getVehicles()
                ? reject(
                        "classes-exceed-total",
                        "the classes add up to %d, vehicles is %d".formatted(counted, count.getVehicles()))
                : Optional.empty();
    }
}
