package io.carriageway.verify.accident;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.event.AccidentReport;
import io.carriageway.event.WeatherCondition;
import io.carriageway.event.WeatherObservation;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.schemas.SingleObjectCodec;
import io.carriageway.verify.oracle.RealData;
import io.carriageway.verify.oracle.Topic.Sent;
import io.carriageway.verify.topic.TopicRun;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Imports three weeks of collisions in London, with their own times as arrival times. */
@ExtendWith(SandboxExtension.class)
class RealAccidentsIT {

    private final SingleObjectCodec<AccidentReport> codec = new SingleObjectCodec<>(AccidentReport.class);

    @Test
    void everyCollisionIsAnAccidentInItsHour(Sandbox sandbox) throws Exception {
        var reports = Stats19.reports(RealData.path("data/accidents/stats19_collision_2022_sample.csv"));
        // real roads, of another city: no accident is on them
        var roads = RealData.path("data/road_network/west_oakland_roads.geojson");
        var run = new TopicRun(sandbox, Accident.on(Files.readString(roads)), "accident_london", 1);
        Accident.weatherOf(run).sendAll(weatherElsewhere(reports));
        run.topic(run.inputTopic()).sendAll(records(reports));
        run.takesUpAll();

        // 1,049 collisions, an empty record and one that was changed so that it is nowhere
        assertThat(run.query("SELECT SUM(received), SUM(accepted), SUM(duplicate), SUM(late), SUM(rejected)"
                        + " FROM event_ledger_1m"))
                .containsExactly(List.of("1051", "1049", "0", "0", "2"));
        assertThat(run.deadLetters())
                .extracting(letter -> letter.getReason())
                .containsExactlyInAnyOrder("longitude-out-of-range", "empty-value");
        assertThat(run.query("SELECT severity, SUM(accidents), SUM(vehicles), SUM(casualties) FROM accident_1h"
                        + " GROUP BY severity ORDER BY severity"))
                .as("counted by hand in the file")
                .containsExactly(
                        List.of("FATAL", "5", "9", "10"),
                        List.of("SERIOUS", "152", "244", "178"),
                        List.of("SLIGHT", "892", "1655", "1039"));
        assertThat(run.query("SELECT COUNT(*), SUM(road_condition IS NULL), SUM(speed_limit_kmh = 32),"
                        + " SUM(status = 'RESOLVED'), COUNT(segment_id), COUNT(weather_station_id) FROM accident"))
                .containsExactly(List.of("1049", "43", "436", "1049", "0", "0"));
        assertThat(run.query("SELECT occurred_at, latitude, longitude, severity, vehicles, casualties,"
                        + " speed_limit_kmh, road_condition, visibility, authority, pedestrians, weather_condition"
                        + " FROM accident WHERE accident_id IN ('2022010352073', '2022010352641')"
                        + " ORDER BY accident_id"))
                .as("read by hand from the file")
                .containsExactly(
                        Arrays.asList(
                                "2022-01-05 16:40:00",
                                "51.486454",
                                "-0.198224",
                                "SLIGHT",
                                "2",
                                "1",
                                "48",
                                "dry",
                                "darkness, lights lit",
                                "Metropolitan Police",
                                null,
                                null),
                        Arrays.asList(
                                "2022-01-01 22:45:00",
                                "51.681709",
                                "-0.026169",
                                "FATAL",
                                "3",
                                "3",
                                "113",
                                "dry",
                                "darkness, no lighting",
                                "Metropolitan Police",
                                null,
                                null));
    }

    /** By time, as an import must be: a topic's records come in the order of their arrival. */
    private List<Sent> records(List<AccidentReport> reports) {
        var records = new ArrayList<Sent>();
        reports.stream()
                .sorted(Comparator.comparing(AccidentReport::getReportedAt))
                .forEach(report -> records.add(record(report)));
        var last = reports.get(reports.size() - 1);
        var nowhere = AccidentReport.newBuilder(last).setLongitude(530_000).build();
        long end = records.get(records.size() - 1).timestampMillis();
        records.add(new Sent(key(last), codec.encode(nowhere), end, "longitude-out-of-range"));
        records.add(new Sent(key(last), new byte[0], end, "empty-value"));
        return records;
    }

    /** There is no weather of London; a station of another city marks the end of the topic. */
    private List<Sent> weatherElsewhere(List<AccidentReport> reports) {
        var last = reports.stream().map(AccidentReport::getReportedAt).max(Comparator.naturalOrder());
        var observation = WeatherObservation.newBuilder()
                .setStationId("saigon")
                .setObservedAt(last.orElseThrow())
                .setLatitude(10.8)
                .setLongitude(106.6)
                .setTemperatureC(30.0)
                .setHumidityPct(80.0)
                .setCondition(WeatherCondition.RAIN)
                .build();
        return List.of(new Sent(
                "saigon".getBytes(StandardCharsets.UTF_8),
                new SingleObjectCodec<>(WeatherObservation.class).encode(observation),
                last.orElseThrow().toEpochMilli()));
    }

    private Sent record(AccidentReport report) {
        return new Sent(
                key(report), codec.encode(report), report.getReportedAt().toEpochMilli());
    }

    private static byte[] key(AccidentReport report) {
        return report.getAccidentId().getBytes(StandardCharsets.UTF_8);
    }
}
