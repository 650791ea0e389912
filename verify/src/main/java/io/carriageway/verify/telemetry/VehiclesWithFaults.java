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
 * Minutes of seeded vehicles with faults: reports that are out of order, duplicate, late, from wrong clocks, or
 * defective; every second vehicle is delayed. Vehicles circle blocks. Sometimes they are silent, off the road, have the
 * wrong heading, an impossible position or no speed. After the first ten minutes they are in a traffic jam.
 */
public final class VehiclesWithFaults {

    static final Instant START = Instant.parse("2026-07-01T12:00:00Z");

    /** Vehicles are silent for longer than this, so that their journeys end. */
    static final Duration JOURNEY_GAP = Duration.ofMinutes(1);

    private static final List<VehicleClass> CLASSES = List.of(VehicleClass.values());
    private static final int VEHICLES = 36;
    private static final long INTERVAL = 5 * SECOND;
    private static final Duration SHORT = Duration.ofMinutes(10);
    private static final Duration LATENESS = Duration.ofMinutes(10);

    /** The turn of a defective report. */
    private static final int SPOILT = 60;

    /** A vehicle that never reports its speed, so some journeys have no greatest speed. */
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
     * Sometimes so far that the move is just plausible or just not; every fifth vehicle is in another town for half a
     * minute.
     */
    private double astray(int vehicle, long time) {
        boolean elsewhere = vehicle % 5 == 0 && (time / SECOND + 37 * vehicle) % 300 > 270;
        return (random.nextInt(15) == 0 ? random.nextInt(1_200) : 0) + (elsewhere ? 30_000 : 0);
    }

    /** North is sometimes 0 and sometimes 360; an unmeasured value is sometimes missing and sometimes -1. */
    private Double heading(double degrees) {
        return switch (random.nextInt(16)) {
            case 0, 1 -> null;
            case 2 -> -1.0;
            case 3 -> 360.0;
            default -> (degrees + 360) % 360;
        };
    }

    /** The share of its speed that a vehicle retains: less in every five minutes of the jam. */
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
