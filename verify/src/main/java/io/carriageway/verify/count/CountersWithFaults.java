package io.carriageway.verify.count;

import io.carriageway.count.TrafficCountRules;
import io.carriageway.event.TrafficCount;
import io.carriageway.jobs.count.TrafficCountJob;
import io.carriageway.verify.oracle.Topic.Sent;
import io.carriageway.verify.topic.Defect;
import io.carriageway.verify.topic.EventsWithFaults;
import io.carriageway.verify.topic.TopicCase;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Topic traffic-count: seeded counts of eight sites. Each reports minutes, some by lane; some report quarter hours and
 * hours of the same traffic too, one reports periods of any length that overlap, and one is silent in every second
 * quarter hour. Some speeds, occupancies and classes are missing, and every other quarter hour is busy.
 */
public final class CountersWithFaults {

    static final Instant START = Instant.parse("2026-07-01T12:00:00Z");

    static final List<Defect<TrafficCount>> DEFECTS = defects();

    private static final String ALERT_RULES = Stream.of(
                    "{id: busy, kind: threshold, metric: vehicles_per_hour, above: 600, clear: 300, ",
                    "{id: slow, kind: threshold, metric: mean_kmh, below: 30, ",
                    "{id: full, kind: threshold, metric: occupancy_pct, above: 20, clear: 10, ",
                    "{id: silent-counter, kind: silent, for: 15 min, ")
            .map(rule ->
                    "- " + rule + "version: 1, effective_from: \"2026-01-01T00:00:00Z\", table: traffic_count_15m}\n")
            .collect(Collectors.joining());

    public static final TopicCase TOPIC = TopicCase.of(
                    TrafficCountJob.JOB,
                    START,
                    Duration.ofHours(2),
                    CountersWithFaults::records,
                    DEFECTS.size(),
                    "traffic_count")
            .raisingAlertsOn("traffic_count_15m", ALERT_RULES)
            .movedBy(CountersWithFaults::move);

    private static final int SITES = 8;
    private static final int SILENT = 5;
    private static final int OVERLAPPING = 3;
    private static final int MINUTE = 60;
    private static final int QUARTER_HOUR = 900;
    private static final int HOUR = 3_600;

    private final Random random;
    private final EventsWithFaults<TrafficCount> events;

    private CountersWithFaults(long seed) {
        random = new Random(seed);
        events = new EventsWithFaults<>(seed, new TrafficCountRules(Duration.ZERO), Duration.ofHours(1), DEFECTS);
    }

    private static List<Defect<TrafficCount>> defects() {
        var defects = new ArrayList<>(Defect.ofEvery(TrafficCountJob.TOPIC));
        // a time in 1970 is on no minute of the hour
        defects.replaceAll(
                defect -> defect.reason().equals("too-old") ? defect.and(c -> c.setPeriodSeconds(1)) : defect);
        defects.add(Defect.of("text-too-long", count -> count.setLane("x".repeat(65))));
        defects.add(Defect.of("period-length", count -> count.setPeriodSeconds(0)));
        defects.add(Defect.of("period-crosses-hour", count -> {
            count.setPeriodStart(
                    count.getPeriodStart().truncatedTo(ChronoUnit.HOURS).plusSeconds(1));
            count.setPeriodSeconds(HOUR);
        }));
        defects.add(Defect.of("classes-exceed-total", count -> count.setOthers(count.getVehicles() + 1)));
        for (var number : List.of("vehicles", "bicycles", "cars", "motorcycles", "buses", "trucks", "others")) {
            defects.add(Defect.outOfRange(number, -1));
        }
        defects.add(Defect.outOfRange("speed_kmh", 300.5));
        defects.add(Defect.outOfRange("occupancy_pct", 100.1));
        return List.copyOf(defects);
    }

    /** The second that ends at or before that time, in a lane of its own, so that no two are duplicates. */
    private static void move(Instant time, SpecificRecordBase event) {
        var count = (TrafficCount) event;
        count.setPeriodStart(time.truncatedTo(ChronoUnit.SECONDS).minusSeconds(1));
        count.setPeriodSeconds(1);
        count.setLane("at " + time.toEpochMilli());
    }

    /** All records, in the order of their arrival. */
    static List<Sent> records(long seed, Duration length) {
        var counters = new CountersWithFaults(seed);
        for (int second = 0; second < length.toSeconds(); second += MINUTE) {
            for (int site = 0; site < SITES; site++) {
                counters.report(site, second);
            }
        }
        return counters.events.records();
    }

    private void report(int site, int second) {
        if (site == SILENT && second / QUARTER_HOUR % 2 == 1) {
            return;
        }
        if (site == OVERLAPPING) {
            int start = second + random.nextInt(MINUTE - 1);
            send(site, "", START.plusSeconds(start).plusMillis(random.nextInt(1_000)), restOfHour(start));
        }
        send(site, site % 3 == 1 ? "lane " + second / MINUTE % 2 : "", START.plusSeconds(second), MINUTE);
        for (int period : List.of(QUARTER_HOUR, HOUR)) {
            if (site % 2 == 0 && second % period == 0) {
                send(site, "", START.plusSeconds(second), period);
            }
        }
    }

    /** A number of seconds with which the period ends within its hour, often much fewer than possible. */
    private int restOfHour(int start) {
        return 1 + random.nextInt(Math.max(1, Math.min(HOUR - 1 - start % HOUR, 1 << 4 + random.nextInt(8))));
    }

    private void send(int site, String lane, Instant start, int seconds) {
        boolean busy = start.getEpochSecond() / QUARTER_HOUR % 2 == site % 2;
        int cars = random.nextInt(seconds * (busy ? 40 : 5) / MINUTE + 1);
        events.add(TrafficCount.newBuilder()
                .setSiteId("site-" + site)
                .setLane(lane)
                .setPeriodStart(start)
                .setPeriodSeconds(seconds)
                .setVehicles(cars + random.nextInt(3))
                .setCars(site == OVERLAPPING ? null : Integer.valueOf(cars))
                .setBicycles(random.nextInt(20) == 0 ? null : Integer.valueOf(0))
                .setSpeedKmh(sometimes((busy ? 20 : 50) + random.nextInt(10_000) / 1_000.0))
                .setOccupancyPct(sometimes((busy ? 30 : 3) + random.nextInt(100_000) / 10_000.0))
                .setLatitude(52.5 + site / 100.0)
                .setLongitude(13.4)
                .build());
    }

    private Double sometimes(double value) {
        return random.nextInt(4) == 0 ? null : Double.valueOf(value);
    }
}
