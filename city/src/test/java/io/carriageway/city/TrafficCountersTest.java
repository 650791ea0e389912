package io.carriageway.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.carriageway.city.world.VehicleKind;
import io.carriageway.event.TrafficCount;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Compares counts with the vehicles of the city as {@link StreetWatch} observes them. */
class TrafficCountersTest {

    private static final CityConfig OPTIONS = CityConfig.defaults();

    /** Contains the start of an hour of the city, at which every lane's clock restarts. */
    private static final Instant FROM = OPTIONS.first().plus(Duration.ofMinutes(57));

    private static final int MINUTES = 6;

    private final City city = City.of(OPTIONS);
    private final StreetWatch watch = new StreetWatch(city);

    @Test
    void everyDetectorCountsTheVehiclesThatTrulyPass() {
        var seen = watch.passing(FROM, FROM.plus(Duration.ofMinutes(MINUTES)));
        var counts = counts(57 + 1, 57 + 1 + MINUTES);

        assertThat(counts).hasSize(MINUTES * city.counters().schedule().sources());
        for (var count : counts) {
            var passed = seen.stream()
                    .filter(each -> each.site().equals(count.getSiteId()))
                    .filter(each -> each.minute().equals(count.getPeriodStart()))
                    .filter(each -> count.getLane().isEmpty() || count.getLane().equals(each.lane()))
                    .toList();
            assertThat(classes(count)).as("%s", count).isEqualTo(classes(passed));
            assertThat(count.getVehicles()).isEqualTo(passed.size());
            var mean = passed.stream().mapToDouble(StreetWatch.Seen::kmh).average();
            if (mean.isPresent()) {
                assertThat(count.getSpeedKmh()).isCloseTo(mean.getAsDouble(), within(0.3));
            } else {
                assertThat(count.getSpeedKmh()).isNull();
            }
        }
        assertThat(counts).extracting(TrafficCount::getVehicles).anyMatch(vehicles -> vehicles > 10);
    }

    /** Share of observations at which a vehicle covers the line of a lane. */
    @Test
    void occupancyIsTheShareOfTimeInWhichALaneIsOccupied() {
        for (var count : counts(58, 60)) {
            if (count.getLane().isEmpty()) {
                continue;
            }
            var site = site(count.getSiteId());
            double share = watch.occupied(site, count.getLane(), count.getPeriodStart(), count.getPeriodSeconds());
            assertThat(count.getOccupancyPct()).isCloseTo(100 * share, within(1.0));
        }
    }

    @Test
    void eachDetectorReportsEachMinuteOnceSoonAfterItIsOver() {
        var counts = LongStream.range(0, city.counters().schedule().before(Duration.ofMinutes(20)))
                .mapToObj(city.counters()::count)
                .flatMap(Optional::stream)
                .toList();
        assertThat(counts).hasSize(19 * city.counters().schedule().sources());
        assertThat(counts)
                .extracting(count -> count.event().getSiteId()
                        + count.event().getLane()
                        + count.event().getPeriodStart())
                .doesNotHaveDuplicates();
        for (var count : counts) {
            var end = count.event().getPeriodStart().plusSeconds(count.event().getPeriodSeconds());
            assertThat(count.arrivalMillis() - end.toEpochMilli()).isBetween(100L, 64_000L);
        }
    }

    @Test
    void minutesAreThoseOfUtcWheneverTheCityBegins() {
        var odd = City.of(OPTIONS.withFirst(OPTIONS.first().plusMillis(25_250)));
        var counts = LongStream.range(0, odd.counters().schedule().before(Duration.ofMinutes(4)))
                .mapToObj(odd.counters()::count)
                .flatMap(Optional::stream)
                .map(CityEvent::event)
                .toList();
        assertThat(counts).isNotEmpty().allSatisfy(count -> {
            assertThat(count.getPeriodStart().toEpochMilli() % 60_000).isZero();
            assertThat(count.getPeriodStart()).isAfterOrEqualTo(odd.options().first());
        });
    }

    @Test
    void aCountIsTheSameInAnyOrder() {
        var other = City.of(OPTIONS);
        for (long index = 200; index > 100; index--) {
            assertThat(other.counters().count(index)).isEqualTo(city.counters().count(index));
            var unused = other.counters().count(index * 7);
        }
    }

    private List<TrafficCount> counts(int fromMinute, int toMinute) {
        var schedule = city.counters().schedule();
        return LongStream.range(
                        schedule.before(Duration.ofMinutes(fromMinute)), schedule.before(Duration.ofMinutes(toMinute)))
                .mapToObj(city.counters()::count)
                .flatMap(Optional::stream)
                .map(CityEvent::event)
                .toList();
    }

    private Counter site(String id) {
        return city.counters().sites().stream()
                .filter(site -> site.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Map<VehicleKind, Integer> classes(TrafficCount count) {
        return Map.of(
                VehicleKind.BICYCLE, count.getBicycles(),
                VehicleKind.CAR, count.getCars(),
                VehicleKind.MOTORCYCLE, count.getMotorcycles(),
                VehicleKind.BUS, count.getBuses(),
                VehicleKind.TRUCK, count.getTrucks());
    }

    private static Map<VehicleKind, Integer> classes(List<StreetWatch.Seen> passed) {
        var classes = new HashMap<VehicleKind, Integer>();
        for (var kind : VehicleKind.values()) {
            classes.put(
                    kind,
                    Math.toIntExact(
                            passed.stream().filter(each -> each.kind() == kind).count()));
        }
        return classes;
    }
}
