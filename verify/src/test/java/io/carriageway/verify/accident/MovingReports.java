package io.carriageway.verify.accident;

import io.carriageway.event.AccidentKind;
import io.carriageway.event.AccidentReport;
import io.carriageway.event.AccidentSeverity;
import io.carriageway.event.AccidentStatus;
import io.carriageway.schemas.SingleObjectCodec;
import io.carriageway.verify.oracle.Topic.Sent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Accidents whose reports change the time at which they occurred, from hour to hour. With the limit of
 * {@link ReportsWithFaults}, the reports of each are on one accident.
 */
final class MovingReports {

    /** Its first report comes long before its last time. */
    static final String BEGAN_EARLY = "began-early";

    /** In the zone of the one before. */
    static final String BESIDE = "beside";

    /** Its time moves on for two hours. */
    static final String GOES_ON = "goes-on";

    private static final double FIRST_LATITUDE = 52.6;
    private static final double STEP_NORTH = 0.02; // another zone
    private static final SingleObjectCodec<AccidentReport> CODEC = new SingleObjectCodec<>(AccidentReport.class);

    private final List<Sent> records = new ArrayList<>();
    private double latitude = FIRST_LATITUDE;

    private MovingReports() {}

    static List<Sent> records() {
        var moving = new MovingReports();
        moving.told(BEGAN_EARLY, "11:05 11:05", "11:30 11:25", "11:50 11:50", "12:15 12:10");
        moving.latitude = FIRST_LATITUDE;
        moving.told(BESIDE, "12:20 12:19");
        moving.told("began-before", "11:40 11:40", "12:05 12:03");
        moving.told("came-from-before", "12:04 11:58", "12:10 12:02");
        moving.told("went-before", "12:04 12:01", "12:10 11:59");
        moving.told("came-from-after", "13:06 13:05", "13:10 12:58");
        moving.told("went-after", "12:50 12:50", "13:10 13:05");
        moving.told(
                GOES_ON,
                "12:55 12:55",
                "13:15 13:15",
                "13:35 13:35",
                "13:55 13:55",
                "14:15 14:15",
                "14:35 14:35",
                "14:55 14:55");
        return List.copyOf(moving.records);
    }

    /** Each report as the times at which it was made and at which it says that the accident occurred. */
    private void told(String id, String... reports) {
        for (var report : reports) {
            var times = report.split(" ");
            records.add(sent(id, time(times[0]), time(times[1])));
        }
        latitude += STEP_NORTH;
    }

    private static Instant time(String ofDay) {
        return ReportsWithFaults.START.plus(Duration.between(LocalTime.NOON, LocalTime.parse(ofDay)));
    }

    private Sent sent(String id, Instant reportedAt, Instant occurredAt) {
        var report = AccidentReport.newBuilder()
                .setAccidentId(id)
                .setOccurredAt(occurredAt)
                .setReportedAt(reportedAt)
                .setLatitude(latitude)
                .setLongitude(13.4)
                .setSeverity(AccidentSeverity.SERIOUS)
                .setKind(AccidentKind.COLLISION)
                .setStatus(AccidentStatus.ACTIVE)
                .setVehicles(2)
                .build();
        return new Sent(
                id.getBytes(StandardCharsets.UTF_8),
                CODEC.encode(report),
                reportedAt.plusSeconds(1).toEpochMilli());
    }
}
