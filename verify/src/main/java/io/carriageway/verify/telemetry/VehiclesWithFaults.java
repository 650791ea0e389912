package io.carriageway.verify.telemetry;

import static io.carriageway.verify.topic.FaultyDelivery.MINUTE;
import static io.carriageway.verify.topic.FaultyDelivery.SECOND;
import static io.carriageway.verify.topic.FaultyDelivery.SLOW_LINE;

import io.carriageway.event.VehicleClass;
import io.carriageway.event.VehicleTelemetry;
import io.carriageway.verify.oracle.Topic.Sent;
import io.carriageway.verify.topic.FaultyDelivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Minutes of seeded vehicles as bad days bring them: reports in disorder, twice, too late, from wrong clocks, and
 * spoilt ones between; every second vehicle behind a slow line. They circle blocks, and now and then are silent, off
 * the road, turned the wrong way, far from where they can be, or do not say how fast they are. After the first ten
 * minutes they come into a jam.
 */
public final class VehiclesWithFaults {

    static final Instant START = Instant.parse("2026-07-01T12:00:00Z");

    /** Longer than this they are silent, so that their journeys end. */
    static final Duration JOURNEY_GAP = Duration.ofMinutes(1);

    private static final List<VehicleClass> CLASSES = List.of(VehicleClass.values());
    private static final int VEHICLES = 36;
    private static final long INTERVAL = 5 * SECOND;
    private static final Duration SHORT = Duration.ofMinutes(10);
    private static final Duration LATENESS = Duration.ofMinutes(10);

    /** The turn of a spoilt report. */
    private static final int SPOILT = 60;

    /** Never says how fast it is, so some journeys have no greatest speed. */
    private static final int SPEECHLESS = 35;

    private final Random random;
    private final FaultyDelivery<VehicleTelemetry> delivery;

    private VehiclesWithFaults(long seed) {
        random = new Random(seed);
        delivery = new FaultyDelivery<>(random, VehicleTelemetry.class, VehicleTelemetry::getVehicleId, LATENESS);
    }

    /** All records of ten minutes, in the order of their arrival. */
    static List<Sent> records(long seed) {
        return records(seed, SHORT);
    }

    public static List<Sent> records(long seed, Duration length) {
        var troubled = new VehiclesWithFaults(seed);
        for (long i = 0; i < VEHICLES * length.toMillis() / INTERVAL; i++) {
            troubled.add(i);
        }
        return troubled.delivery.endingBadly(IntStream.range(0, VEHICLES).mapToObj(vehicle -> "v-" + vehicle));
    }

    private void add(long index) {
        var report = report(index);
        long recordedAt = report.getRecordedAt().toEpochMilli();
        if (isSilent(index % VEHICLES, recordedAt)) {
            return;
        }
        long arrival = recordedAt + random.nextLong(2 * SECOND) + (index % 2 == 1 ? SLOW_LINE : 0);
        int turn = FaultyDelivery.turnOf(index);
        if (turn == SPOILT) {
            delivery.spoilAndSend(report, TelemetryDefect.ALL, arrival);
        } else {
            delivery.deliver(turn, report, recordedAt, arrival);
        }
    }

    /** Each for 60 to 95 seconds, at another time. */
    private static boolean isSilent(long vehicle, long timeMillis) {
        return (timeMillis / SECOND + 37 * vehicle) % (200 + 10 * (vehicle % 5)) < 60 + vehicle;
    }

    private VehicleTelemetry report(long index) {
        int vehicle = (int) (index % VEHICLES);
        long time = index / VEHICLES * INTERVAL;
        double speed = 20 + vehicle + around(5);
        double way = (20 + vehicle) / 3.6 * time / SECOND % (4 * TestStreets.BLOCK_METRES);
        int side = (int) (way / TestStreets.BLOCK_METRES);
        double along = way % TestStreets.BLOCK_METRES;
        // north along the left side, east along the top, south, west
        double east = List.of(0.0, along, TestStreets.BLOCK_METRES, TestStreets.BLOCK_METRES - along)
                .get(side);
        double north = List.of(along, TestStreets.BLOCK_METRES, TestStreets.BLOCK_METRES - along, 0.0)
                .get(side);
        double away = (random.nextInt(30) == 0 ? 100 : 0) + astray(vehicle, time);
        double turned = random.nextInt(40) == 0 ? 180 : 0;
        return VehicleTelemetry.newBuilder()
                .setVehicleId("v-" + vehicle)
                .setRecordedAt(START.plusMillis(time))
                .setLatitude(TestStreets.latitude(
                        vehicle / 3 % TestStreets.BLOCKS * TestStreets.BLOCK_METRES + north + around(12) + away))
                .setLongitude(TestStreets.longitude(
                        vehicle % TestStreets.BLOCKS * TestStreets.BLOCK_METRES + east + around(12) + away))
                .setSpeedKmh(vehicle == SPEECHLESS ? null : sometimes(speed * pace(time)))
                .setHeadingDeg(heading(90 * side + turned + around(25)))
                .setVehicleClass(CLASSES.get(vehicle % CLASSES.size()))
                .setFuelType(sometimes("diesel"))
                .setMake(sometimes("Maker " + vehicle))
                .setModel(sometimes("Model " + vehicle))
                .setModelYear(sometimes(2_000 + vehicle))
                .build();
    }

    /**
     * Now and then so far that it may just have gone there or may not; every fifth for half a minute in another town.
     */
    private double astray(int vehicle, long time) {
        boolean elsewhere = vehicle % 5 == 0 && (time / SECOND + 37 * vehicle) % 300 > 270;
        return (random.nextInt(15) == 0 ? random.nextInt(1_200) : 0) + (elsewhere ? 30_000 : 0);
    }

    /** North is now 0 and now 360, and what is not measured now missing and now -1. */
    private Double heading(double degrees) {
        return switch (random.nextInt(16)) {
            case 0, 1 -> null;
            case 2 -> -1.0;
            case 3 -> 360.0;
            default -> (degrees + 360) % 360;
        };
    }

    /** The share of its speed that a vehicle has left: in every five minutes of the jam less. */
    private static double pace(long time) {
        return Math.max(0.2, 1 - 0.2 * Math.max(0, time / (5 * MINUTE) - 1));
    }

    private double around(double spread) {
        return (random.nextDouble() * 2 - 1) * spread;
    }

    private <T> T sometimes(T value) {
        return random.nextInt(8) == 0 ? null : value;
    }
}
