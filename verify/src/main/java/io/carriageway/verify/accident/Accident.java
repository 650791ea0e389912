package io.carriageway.verify.accident;

import io.carriageway.jobs.accident.AccidentJob;
import io.carriageway.verify.oracle.Topic;
import io.carriageway.verify.oracle.Zones;
import io.carriageway.verify.telemetry.TestStreets;
import io.carriageway.verify.topic.EventColumns;
import io.carriageway.verify.topic.ReadTopic;
import io.carriageway.verify.topic.Roads;
import io.carriageway.verify.topic.TopicCase;
import io.carriageway.verify.topic.TopicRun;
import io.carriageway.verify.weather.Weather;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;

/** Topic accident: an hour of accidents and weather on streets, one of which changes at the beginning. */
public final class Accident {

    public static final TopicCase TOPIC = on(TestStreets.geoJson(ReportsWithFaults.START.plus(Duration.ofMinutes(5))))
            .with(Map.of(
                    "report.limit", ReportsWithFaults.REPORT_LIMIT.toMinutes() + " min", "partition.lag", "2 min"));

    private Accident() {}

    /** The topic with other roads and the job's default options. */
    static TopicCase on(String geoJson) {
        return TopicCase.of(
                        AccidentJob.JOB,
                        ReportsWithFaults.START,
                        Duration.ofHours(1),
                        ReportsWithFaults::records,
                        AccidentDefect.values().length,
                        "road_edge",
                        "accident_segment",
                        "weather_at",
                        "accident_weather",
                        "accident",
                        "accident_1h")
                .with(new ReadTopic(Weather.TOPIC, WeatherThere::records))
                .with(new Roads(geoJson))
                // the whole input is sent at once: a partition may be slow, but is not idle
                .with(Map.of("partition.idle-after", "10 min"))
                .seenAs(EventColumns.fieldsOf(AccidentJob.TOPIC.record()).and(zone()));
    }

    /** The topic of the weather that a run of the job reads. */
    static Topic weatherOf(TopicRun run) {
        return run.topicOf(Weather.TOPIC.topic());
    }

    private static EventColumns zone() {
        var zones = new Zones();
        return (report, defect) ->
                Collections.singletonList(defect == null ? zoneOf(report.orElseThrow(), zones) : null);
    }

    private static String zoneOf(GenericRecord report, Zones zones) {
        return zones.at((double) report.get("latitude"), (double) report.get("longitude"));
    }
}
