package io.carriageway.verify.topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.carriageway.event.WeatherCondition;
import io.carriageway.event.WeatherObservation;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.schemas.SingleObjectCodec;
import io.carriageway.verify.oracle.Replays;
import io.carriageway.verify.oracle.Rows;
import io.carriageway.verify.oracle.Topic.Sent;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests events with periods, in hours that begin half an hour after those of UTC: live, in every kind of replay, and
 * corrected.
 */
@ExtendWith(SandboxExtension.class)
class PeriodsOfLocalHoursIT {

    private static final Instant START = Instant.parse("2026-07-01T07:30:00Z");
    private static final Instant MUCH_LATER = Instant.parse("2026-07-01T18:00:00Z");
    private static final Duration LATENESS = Duration.ofHours(1);
    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final int PERIODS = 24;
    private static final int PERIODS_OF_HOUR = 6;
    private static final List<String> STATIONS = List.of("st-1", "st-4");
    private static final String IN_RANGE = " >= '2026-07-01 08:30:00' AND %1$s < '2026-07-01 09:30:00'";

    private static final TopicCase TOPIC = TopicCase.of(
            WeatherOfPeriods.JOB, START, WeatherOfPeriods.PERIOD.multipliedBy(PERIODS), (seed, length) -> records(), 0);

    @Test
    void everyRunCountsAPeriodOnceInTheHourInWhichItBegins(Sandbox sandbox) throws Exception {
        var live = run(sandbox, "local_hours");
        live.topic(live.inputTopic()).sendAll(records());
        var job = live.start(2);
        live.awaitBadEnd();
        live.drain(job);

        assertThat(live.lateRecordsDropped(job)).isZero();
        assertIntakeWentByTheEndsOfPeriods(live);
        // of each hour the period that is sent late counts in no table
        assertThat(live.query("SELECT CAST(window_start AS CHAR(16)), observations FROM weather_10m"
                        + " WHERE station_id = 'st-1' AND window_start < '2026-07-01 12:00' ORDER BY window_start"))
                .containsExactly(
                        List.of("2026-07-01 07:30", "5"),
                        List.of("2026-07-01 08:30", "5"),
                        List.of("2026-07-01 09:30", "5"),
                        List.of("2026-07-01 10:30", "5"));

        aRangeOfOtherHoursIsRefused(sandbox, live);
        for (var input : List.of("kafka", "lake")) {
            for (var mode : List.of("streaming", "batch")) {
                replayAgrees(sandbox, live, input, mode);
            }
        }
        aCorrectionChangesItsRangeAlone(sandbox, live);
    }

    private static void assertIntakeWentByTheEndsOfPeriods(TopicRun run) throws Exception {
        int sent = STATIONS.size() * PERIODS;
        assertThat(run.query("SELECT SUM(accepted), SUM(duplicate), SUM(late), SUM(rejected) FROM event_ledger_1m"))
                .as("all but the late ones, and one at the end; copies; one an hour; before their time, and bad ends")
                .containsExactly(List.of(
                        String.valueOf(sent - sent / PERIODS_OF_HOUR + STATIONS.size()),
                        String.valueOf(sent - 2 * sent / PERIODS_OF_HOUR),
                        String.valueOf(sent / PERIODS_OF_HOUR),
                        String.valueOf(sent + STATIONS.size())));
    }

    private static void aRangeOfOtherHoursIsRefused(Sandbox sandbox, TopicRun live) throws Exception {
        var replay = run(sandbox, "local_hours_refused")
                .with("topic.weather", live.inputTopic())
                .with("from", "2026-07-01T08:00:00Z")
                .with("to", "2026-07-01T09:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> replay.start(1))
                .withMessageContaining("60 minutes, counted from 30 minutes past the UTC hour");
    }

    private static void replayAgrees(Sandbox sandbox, TopicRun live, String input, String mode) throws Exception {
        var what = input + "_" + mode;
        var replay = ofRange(run(sandbox, "local_hours_" + what), live, input)
                .with("mode", mode)
                .with("publish", sandbox.s3().uri("local_hours_" + what + "/published"));
        replay.awaitEnd(replay.start(2));

        var rows = "SELECT * FROM weather_10m";
        Replays.rows(replay, rows).areThoseOf(Replays.rows(live, rows + where("window_start")), "the table of " + what);
        var published = replay.lakeFiles().resolveSibling("published");
        lake(published, "weather_10m", "")
                .areThoseOf(lake(live.lakeFiles(), "weather_10m", where("window_start")), what);
        if (input.equals("kafka")) {
            var range = where("observed_at") + " AND NOT late";
            lake(published, "weather_observation", " WHERE NOT late")
                    .areThoseOf(lake(live.lakeFiles(), "weather_observation", range), what);
            assertThat(hours(lake(published, "weather_observation", "")))
                    .as("a part in each of the two folders of UTC hours")
                    .containsExactlyInAnyOrder("08", "09");
        }
    }

    private static void aCorrectionChangesItsRangeAlone(Sandbox sandbox, TopicRun live) throws Exception {
        var events = lake(live.lakeFiles(), "weather_observation", "");
        var others = "SELECT * FROM weather_10m WHERE NOT (window_start" + inRange("window_start") + ")";
        var before = Replays.rows(live, others);

        ofRange(live, live, "lake")
                .with("include-late", "true")
                .with("publish", sandbox.s3().uri(live.lakeFolder()));
        live.awaitEnd(live.start(2));

        Replays.rows(live, others).areThoseOf(before, "what is outside of the range");
        assertThat(live.query("SELECT observations, revision FROM weather_10m" + where("window_start")))
                .as("with its late periods")
                .containsExactly(List.of("6", "1"), List.of("6", "1"));
        lake(live.lakeFiles(), "weather_observation", "").areThoseOf(events, "the events");
        lake(live.lakeFiles(), "weather_10m", where("window_start") + " AND revision = 1")
                .areThoseOf(lake(live.lakeFiles(), "weather_10m", " WHERE revision = 1"), "the corrected rows");
    }

    private static TopicRun run(Sandbox sandbox, String name) throws Exception {
        return new TopicRun(sandbox, TOPIC, name, 2).with("weather.hour-offset", "30 min");
    }

    private static TopicRun ofRange(TopicRun run, TopicRun live, String input) throws Exception {
        return run.with("topic.weather", live.inputTopic())
                .with("lake", "s3://" + bucketOf(live) + "/" + live.lakeFolder())
                .with("input", input)
                .with("from", "2026-07-01T08:30:00Z")
                .with("to", "2026-07-01T09:30:00Z");
    }

    private static Path bucketOf(TopicRun run) {
        return run.lakeFiles().getParent().getParent().getFileName();
    }

    private static String inRange(String column) {
        return IN_RANGE.formatted(column);
    }

    private static String where(String column) {
        return " WHERE " + column + inRange(column);
    }

    /** A dataset's rows with the hour folder of each. */
    private static Rows lake(Path lake, String dataset, String where) throws Exception {
        try (var duck = DriverManager.getConnection("jdbc:duckdb:");
                var session = duck.createStatement()) {
            session.execute("SET TimeZone = 'UTC'");
            return Rows.of(
                    duck,
                    "SELECT * FROM read_parquet('%s/%s/**/*.parquet', hive_partitioning = true, hive_types_autocast = 0)%s"
                            .formatted(lake, dataset, where));
        }
    }

    private static List<String> hours(Rows rows) {
        return rows.rows().stream().map(row -> row.get("hour")).distinct().toList();
    }

    /**
     * Sends each period too early, by more than the allowed skew, and again as late as allowed, the first of each hour
     * too late. All but the first and the last are also sent as early as allowed, so that the later one is a duplicate.
     * One much later record and a bad one follow.
     */
    private static List<Sent> records() {
        var records = new ArrayList<Sent>();
        for (int i = 0; i < PERIODS * STATIONS.size(); i++) {
            var begins = START.plus(WeatherOfPeriods.PERIOD.multipliedBy(i / STATIONS.size()));
            var known = begins.plus(WeatherOfPeriods.PERIOD);
            var station = STATIONS.get(i % STATIONS.size());
            records.add(sent(station, begins, known.minus(SKEW).minusMillis(1)));
            int inHour = i / STATIONS.size() % PERIODS_OF_HOUR;
            if (inHour == 0) {
                records.add(sent(station, begins, known.plus(LATENESS).plusMillis(1)));
            } else {
                records.add(sent(station, begins, known.plus(LATENESS)));
            }
            if (inHour != 0 && inHour < PERIODS_OF_HOUR - 1) {
                records.add(sent(station, begins, known.minus(SKEW)));
            }
        }
        records.sort(Comparator.comparingLong(Sent::timestampMillis));
        for (var station : STATIONS) {
            records.add(sent(station, MUCH_LATER, MUCH_LATER.plus(WeatherOfPeriods.PERIOD)));
        }
        for (var station : STATIONS) {
            long end = MUCH_LATER.plus(LATENESS).toEpochMilli();
            records.add(new Sent(station.getBytes(UTF_8), new byte[0], end, "empty-value"));
        }
        return records;
    }

    private static Sent sent(String station, Instant begins, Instant arrival) {
        var observation = WeatherObservation.newBuilder()
                .setStationId(station)
                .setObservedAt(begins)
                .setLatitude(52.5)
                .setLongitude(13.4)
                .setTemperatureC(20.0)
                .setCondition(WeatherCondition.CLEAR)
                .build();
        var value = new SingleObjectCodec<>(WeatherObservation.class).encode(observation);
        return new Sent(station.getBytes(UTF_8), value, arrival.toEpochMilli());
    }
}
