package io.carriageway.city;

import io.carriageway.city.counter.CrossSection;
import io.carriageway.city.counter.Observed;
import io.carriageway.city.counter.Passage;
import io.carriageway.city.world.Circuit;
import io.carriageway.city.world.Place;
import io.carriageway.city.world.SeededRandom;
import io.carriageway.city.world.Segment;
import io.carriageway.city.world.VehicleKind;
import io.carriageway.event.TrafficCount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The detectors in some streets. Each counts the vehicles that cross its line in each UTC minute, and reports a minute
 * at its first turn after it. Half of the sites have a detector for each lane, the others one for the whole direction.
 */
public final class TrafficCounters {
    private static final long STREET = 606_001;
    private static final long LINE = 606_002;
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final int SEGMENTS_PER_SITE = 6;
    private static final double FARTHEST_FROM_MIDDLE_METRES = 30;
    private static final double KMH = 3.6;

    /**
     * Lanes that share one report, by name.
     *
     * @param motorLanes number of its first lanes from which occupancy is measured
     */
    private record Detector(Counter site, String lane, List<CrossSection> lanes, int motorLanes) {}

    private final World world;
    private final List<Counter> sites = new ArrayList<>();
    private final List<Detector> detectors = new ArrayList<>();
    private final EmissionSchedule schedule;
    private final NetworkDelay delay;

    TrafficCounters(World world) {
        this.world = world;
        var segments = new ArrayList<>(world.roads().segments());
        int count = segments.size() / SEGMENTS_PER_SITE;
        for (int number = 0; number < count; number++) {
            var random = SeededRandom.of(world.options().seed(), STREET, number);
            equip(number, segments.remove(random.below(segments.size())), random);
        }
        this.schedule = new EmissionSchedule(detectors.size(), PERIOD);
        this.delay = new NetworkDelay(world.options().seed(), LINE, 100, 4000);
    }

    private void equip(int number, Segment segment, SeededRandom random) {
        double beyond = random.uniform(-FARTHEST_FROM_MIDDLE_METRES, FARTHEST_FROM_MIDDLE_METRES);
        var site = site(number, segment, beyond);
        sites.add(site);
        var lanes = new ArrayList<CrossSection>();
        for (int lane = 0; lane <= segment.lanes(); lane++) {
            lanes.add(crossSection(segment, lane, beyond));
        }
        if (number % 2 == 1) {
            detectors.add(new Detector(site, "", lanes, segment.lanes()));
            return;
        }
        for (int lane = 0; lane <= segment.lanes(); lane++) {
            var name = lane == segment.lanes() ? "cycle" : String.valueOf(lane + 1);
            detectors.add(new Detector(site, name, List.of(lanes.get(lane)), 1));
        }
    }

    private Counter site(int number, Segment segment, double beyond) {
        Circuit middle = world.roads().middle(segment.block());
        Place place = middle.place((segment.side() + 0.5) * middle.quarterMetres() + beyond, 0);
        return new Counter(
                "cnt-%02d".formatted(number + 1),
                "%s, counter %d".formatted(segment.name(), number + 1),
                Reading.of(world.plane().latitude(place.northMetres()), 1e7),
                Reading.of(world.plane().longitude(place.eastMetres()), 1e7),
                segment.id());
    }

    private CrossSection crossSection(Segment segment, int lane, double beyond) {
        var vehicles = world.traffic().around(segment.block()).stream()
                .filter(vehicle -> vehicle.loop().lane() == lane)
                .toList();
        return new CrossSection(vehicles, segment.side(), beyond);
    }

    public List<Counter> sites() {
        return List.copyOf(sites);
    }

    /** The numbering of counts: by minute, then by detector. */
    public EmissionSchedule schedule() {
        return schedule;
    }

    /** The count of that index, for the last complete minute; empty if that minute began before the city. */
    public Optional<CityEvent<TrafficCount>> count(long index) {
        long turn = world.instant(schedule.time(index)).toEpochMilli();
        Instant end = Instant.ofEpochMilli(turn - Math.floorMod(turn, PERIOD.toMillis()));
        Instant start = end.minus(PERIOD);
        if (start.isBefore(world.options().first())) {
            return Optional.empty();
        }
        var count = count(detectors.get(schedule.source(index)), start, end);
        return Optional.of(new CityEvent<>(count, turn + delay.delayMillis(index)));
    }

    private TrafficCount count(Detector detector, Instant start, Instant end) {
        double from = world.seconds(start);
        double to = world.seconds(end);
        var observed =
                detector.lanes().stream().map(lane -> lane.observe(from, to)).toList();
        var passages =
                observed.stream().flatMap(lane -> lane.passages().stream()).toList();
        double occupied = observed.stream()
                .limit(detector.motorLanes())
                .mapToDouble(Observed::occupiedSeconds)
                .sum();
        double watched = detector.motorLanes() * (to - from);
        return TrafficCount.newBuilder()
                .setSiteId(detector.site().id())
                .setLane(detector.lane())
                .setPeriodStart(start)
                .setPeriodSeconds(Math.toIntExact(PERIOD.toSeconds()))
                .setVehicles(passages.size())
                .setBicycles(of(VehicleKind.BICYCLE, passages))
                .setCars(of(VehicleKind.CAR, passages))
                .setMotorcycles(of(VehicleKind.MOTORCYCLE, passages))
                .setBuses(of(VehicleKind.BUS, passages))
                .setTrucks(of(VehicleKind.TRUCK, passages))
                .setOthers(0)
                .setSpeedKmh(speedKmh(passages))
                .setOccupancyPct(Reading.of(100 * occupied / watched, 10))
                .setLatitude(detector.site().latitude())
                .setLongitude(detector.site().longitude())
                .build();
    }

    private static int of(VehicleKind kind, List<Passage> passages) {
        return Math.toIntExact(
                passages.stream().filter(passage -> passage.kind() == kind).count());
    }

    private static Double speedKmh(List<Passage> passages) {
        var mean = passages.stream().mapToDouble(Passage::speedMetresPerSecond).average();
        return mean.isPresent() ? Reading.of(mean.getAsDouble() * KMH, 10) : null;
    }
}
