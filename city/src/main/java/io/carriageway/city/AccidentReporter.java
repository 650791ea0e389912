package io.carriageway.city;

import io.carriageway.city.world.Accident;
import io.carriageway.city.world.Accidents;
import io.carriageway.city.world.SeededRandom;
import io.carriageway.city.world.Weather;
import io.carriageway.event.AccidentReport;
import io.carriageway.event.AccidentSeverity;
import io.carriageway.event.AccidentStatus;
import java.time.Duration;
import java.util.Optional;

/**
 * Makes the reports of accidents: a first report, sometimes an update, and a last one. Reports are numbered by arrival:
 * every ten seconds each report that could arrive then has a turn, and few of them do.
 */
final class AccidentReporter {
    private static final long FILE = 605_001;
    private static final long LINE = 605_002;
    private static final Duration TURN = Duration.ofSeconds(10);
    private static final int REPORTS = 3;
    private static final int UPDATE = 1;
    private static final int END = 2;
    private static final double SLOWEST_SECONDS = 150;

    private final World world;
    private final int open;
    private final EmissionSchedule schedule;
    private final NetworkDelay delay;

    AccidentReporter(World world) {
        this.world = world;
        double interval = world.options().accidentInterval().toMillis() / 1000.0;
        this.open = 2 + (int) StrictMath.ceil((Accidents.LONGEST_SECONDS + SLOWEST_SECONDS) / interval);
        this.schedule = new EmissionSchedule(REPORTS * open, TURN);
        this.delay = new NetworkDelay(world.options().seed(), LINE, 500, 8000);
    }

    EmissionSchedule schedule() {
        return schedule;
    }

    Optional<CityEvent<AccidentReport>> report(long index) {
        double turn = schedule.round(index) * (double) TURN.toSeconds();
        long newest = world.accidents().numberAt(turn + TURN.toSeconds());
        long number = newest - schedule.source(index) / REPORTS;
        if (number < 0) {
            return Optional.empty();
        }
        int kind = schedule.source(index) % REPORTS;
        Accident accident = world.accidents().accident(number);
        SeededRandom random = SeededRandom.of(world.options().seed(), FILE, number);
        boolean updated = random.chance(0.5);
        boolean overtaken = random.chance(0.4);
        double reported = reportedSeconds(accident, kind, overtaken, random);
        double arrival = reported
                + (kind == UPDATE && overtaken
                        ? random.uniform(60, SLOWEST_SECONDS)
                        : delay.delayMillis(number, kind) / 1000.0);
        if (kind == UPDATE && !updated || arrival < turn || arrival >= turn + TURN.toSeconds()) {
            return Optional.empty();
        }
        return Optional.of(new CityEvent<>(
                written(accident, kind, reported, updated, random),
                world.instant(arrival).toEpochMilli()));
    }

    /**
     * An update is made in the middle of the accident, or shortly before its end, so that it is overtaken by the last
     * report.
     */
    private static double reportedSeconds(Accident accident, int kind, boolean overtaken, SeededRandom random) {
        double first = accident.occurredSeconds() + StrictMath.floor(random.uniform(20, 120));
        double lasts = accident.resolvedSeconds() - first;
        double amid = first + StrictMath.floor(random.uniform(0.3, 0.7) * lasts);
        double last = accident.resolvedSeconds() - 10 - random.below(40);
        return switch (kind) {
            case UPDATE -> overtaken ? last : amid;
            case END -> accident.resolvedSeconds();
            default -> first;
        };
    }

    /** If an update follows, the first report contains less than the update. */
    private AccidentReport written(Accident accident, int kind, double reported, boolean updated, SeededRandom random) {
        boolean vague = kind == 0 && updated;
        boolean uncounted = vague || accident.severity() == AccidentSeverity.UNKNOWN;
        Weather weather = world.sky().at(accident.occurredSeconds(), accident.place(), 0);
        AccidentSeverity guess = random.chance(0.5) ? AccidentSeverity.UNKNOWN : AccidentSeverity.SLIGHT;
        return AccidentReport.newBuilder()
                .setAccidentId("acc-%06d".formatted(accident.number()))
                .setOccurredAt(world.instant(accident.occurredSeconds()))
                .setReportedAt(world.instant(reported))
                .setLatitude(world.plane().latitude(accident.place().northMetres()))
                .setLongitude(world.plane().longitude(accident.place().eastMetres()))
                .setSeverity(vague ? guess : accident.severity())
                .setKind(accident.kind())
                .setStatus(kind == END ? AccidentStatus.RESOLVED : AccidentStatus.ACTIVE)
                .setVehicles(accident.vehicles())
                .setCasualties(uncounted ? null : (Integer) accident.casualties())
                .setPedestrians(uncounted ? null : (Integer) accident.pedestrians())
                .setCycles(accident.cycles())
                .setRoadCondition(weather.surface())
                .setVisibility(weather.description())
                .setSpeedLimitKmh(50)
                .setAuthority("city police")
                .setDescription("lane %d closed".formatted(accident.lane() + 1))
                .build();
    }
}
