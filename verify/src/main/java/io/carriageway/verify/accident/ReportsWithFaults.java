package io.carriageway.verify.accident;

import static io.carriageway.verify.topic.FaultyDelivery.MINUTE;
import static io.carriageway.verify.topic.FaultyDelivery.SECOND;
import static io.carriageway.verify.topic.FaultyDelivery.SLOW_LINE;

import io.carriageway.event.AccidentKind;
import io.carriageway.event.AccidentReport;
import io.carriageway.event.AccidentSeverity;
import io.carriageway.event.AccidentStatus;
import io.carriageway.verify.oracle.Topic.Sent;
import io.carriageway.verify.telemetry.TestStreets;
import io.carriageway.verify.topic.FaultyDelivery;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/**
 * A seeded hour of accidents with faults. Reports change place, time, severity and numbers, and close and reopen
 * accidents. They are out of order, duplicate, late, from wrong clocks, or defective. One of two partitions is delayed.
 * Some accidents are near the streets, some in a distant town with one station, some beyond.
 */
public final class ReportsWithFaults {

    public static final Instant START = Instant.parse("2026-07-01T12:00:00Z");
    public static final Duration REPORT_LIMIT = Duration.ofMinutes(30);

    /** A time at which all windows are final; both topics end with records of that time. */
    public static final Instant END = START.plus(Duration.ofHours(4));

    public static final double FAR_TOWN_LATITUDE = 53.5;
    private static final double BEYOND_LATITUDE = 54.5;

    private static final Duration LENGTH = Duration.ofHours(1);
    private static final int GENERATION = 300;
    private static final int ACCIDENTS = 60;
    private static final long INTERVAL = 4 * SECOND;
    private static final Duration LATENESS = Duration.ofMinutes(10);

    private final Random random;
    private final FaultyDelivery<AccidentReport> delivery;

    private ReportsWithFaults(long seed) {
        random = new Random(seed);
        delivery = new FaultyDelivery<>(random, AccidentReport.class, AccidentReport::getAccidentId, LATENESS);
    }

    /** All records of the hour, in the order of their arrival. */
    public static List<Sent> records(long seed) {
        return records(seed, LENGTH);
    }

    /** The same with another length. */
    public static List<Sent> records(long seed, Duration length) {
        var troubled = new ReportsWithFaults(seed);
        for (int i = 0; i < length.toMillis() / INTERVAL; i++) {
            troubled.add(i);
        }
        return withEnd(troubled.delivery.inOrder());
    }

    private void add(int index) {
        var report = report(index);
        long reportedAt = report.getReportedAt().toEpochMilli();
        long slow = BuiltInPartitioner.partitionForKey(key(report), 2) == 1 ? SLOW_LINE : 0;
        long arrival = reportedAt + random.nextLong(2 * SECOND) + slow;
        int turn = FaultyDelivery.turnOf(index);
        switch (turn) {
            case 60, 70, 80 -> delivery.spoilAndSend(report, List.of(AccidentDefect.values()), arrival);
            case 90, 95 -> sendWithItsEnd(report, arrival);
            default -> delivery.deliver(turn, report, reportedAt, arrival);
        }
    }

    /** Two reports of the same time; the RESOLVED one must win in either order. */
    private void sendWithItsEnd(AccidentReport report, long arrival) {
        for (var status : List.of(AccidentStatus.RESOLVED, AccidentStatus.ACTIVE)) {
            delivery.send(AccidentReport.newBuilder(report).setStatus(status).build(), arrival);
        }
    }

    /** The records, and then a defective one of {@link #END} for each of many keys, so that every partition has one. */
    public static List<Sent> withEnd(List<Sent> records) {
        var keys = IntStream.range(0, 10).mapToObj(i -> "end-" + i);
        return Stream.concat(records.stream(), FaultyDelivery.badEnd(keys, END.toEpochMilli()))
                .toList();
    }

    private static byte[] key(AccidentReport report) {
        return report.getAccidentId().getBytes(StandardCharsets.UTF_8);
    }

    /** Every twenty minutes new accidents begin, each of which is reported five times. */
    private AccidentReport report(int index) {
        int generation = index / GENERATION;
        int accident = index % ACCIDENTS;
        long began = START.toEpochMilli() + generation * GENERATION * INTERVAL;
        long reportedAt = START.toEpochMilli() + index * INTERVAL;
        long occurredAt = Math.min(reportedAt, began - accident % 10 * MINUTE + rarely(random.nextLong(9 * MINUTE)));
        double beyond = accident % 5 == 0 ? FAR_TOWN_LATITUDE : accident % 7 == 0 ? BEYOND_LATITUDE : 52.5;
        return AccidentReport.newBuilder()
                .setAccidentId("a-%d-%d".formatted(generation, accident))
                .setOccurredAt(Instant.ofEpochMilli(occurredAt))
                .setReportedAt(Instant.ofEpochMilli(reportedAt))
                .setLatitude(TestStreets.latitude(accident * 17 % 900 + rarely(random.nextLong(900))) - 52.5 + beyond)
                .setLongitude(TestStreets.longitude(accident * 13 % 4 * 300 + random.nextLong(40)))
                .setSeverity(AccidentSeverity.values()[random.nextInt(8) == 0 ? random.nextInt(4) : accident % 3])
                .setKind(AccidentKind.values()[accident % 5])
                .setStatus(AccidentStatus.values()[random.nextInt(3) == 0 ? 1 : 0])
                .setVehicles(accident % 4 == 0 ? null : random.nextInt(5))
                .setCasualties(sometimes(random.nextInt(1, 4)))
                .setPedestrians(sometimes(0))
                .setRoadCondition(sometimes("  wet "))
                .setVisibility(sometimes("   "))
                .setSpeedLimitKmh(sometimes(50))
                .setAuthority(sometimes("police"))
                .setDescription(sometimes("\twords of " + accident + "\n"))
                .build();
    }

    private long rarely(long value) {
        return random.nextInt(4) == 0 ? value : 0;
    }

    private <T> T sometimes(T value) {
        return random.nextInt(4) == 0 ? null : value;
    }
}
