package io.carriageway.bench.replay;

import io.carriageway.city.City;
import io.carriageway.city.CityConfig;
import io.carriageway.city.CityEvent;
import io.carriageway.event.VehicleTelemetry;
import io.carriageway.schemas.SingleObjectCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** Position reports of a simulated city of 4,000 vehicles as records, in the order of their arrival. */
final class CityReports {

    private static final int VEHICLES = 4_000;
    private static final int ROUNDS_AT_ONCE = 30;
    private static final Comparator<Report> BY_ARRIVAL =
            Comparator.comparingLong(Report::arrivalMillis).thenComparingLong(Report::index);

    /** A codec reuses its buffers, so it is not thread-safe. */
    private static final ThreadLocal<SingleObjectCodec<VehicleTelemetry>> CODEC =
            ThreadLocal.withInitial(() -> new SingleObjectCodec<>(VehicleTelemetry.class));

    /** Encodes one report as its record. */
    record Report(long index, byte[] key, byte[] value, long recordedAtMillis, long arrivalMillis) {}

    private final City city;

    CityReports(long seed) {
        this.city = City.of(
                CityConfig.defaults().withSeed(seed).withVehicles(VEHICLES).withCameras(1));
    }

    /** The roads of the vehicles, as GeoJSON. */
    String roads() {
        return city.networkGeoJson();
    }

    /** Creates the first reports by arrival, this many. */
    void first(long reports, Consumer<Report> out) {
        var waiting = new ArrayList<Report>();
        long left = reports;
        for (long round = 0; left > 0; round += ROUNDS_AT_ONCE) {
            waiting.addAll(made(round, round + ROUNDS_AT_ONCE));
            waiting.sort(BY_ARRIVAL);
            // a report arrives after its time, so reports of later rounds arrive after the start of their round
            long certainMillis = startOf(round + ROUNDS_AT_ONCE);
            var certain = waiting.stream()
                    .takeWhile(report -> report.arrivalMillis() < certainMillis)
                    .limit(left)
                    .toList();
            certain.forEach(out);
            left -= certain.size();
            waiting.subList(0, certain.size()).clear();
        }
    }

    /** The first report made at least this long after the city's beginning. */
    Report after(Duration time) {
        long index = city.telemetries().before(time);
        while (city.telemetry(index).isEmpty()) {
            index++;
        }
        return report(index).orElseThrow();
    }

    private List<Report> made(long fromRound, long toRound) {
        int sources = city.telemetries().sources();
        return LongStream.range(fromRound * sources, toRound * sources)
                .parallel()
                .mapToObj(this::report)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Report> report(long index) {
        return city.telemetry(index).map(event -> report(index, event));
    }

    private static Report report(long index, CityEvent<VehicleTelemetry> made) {
        var event = made.event();
        return new Report(
                index,
                event.getVehicleId().getBytes(StandardCharsets.UTF_8),
                CODEC.get().encode(event),
                event.getRecordedAt().toEpochMilli(),
                made.arrivalMillis());
    }

    private long startOf(long round) {
        var rhythm = city.telemetries();
        return city.options()
                .first()
                .plus(rhythm.time(round * rhythm.sources()))
                .toEpochMilli();
    }
}
