package io.carriageway.verify.telemetry;

import io.carriageway.jobs.telemetry.TelemetryJob;
import io.carriageway.verify.oracle.Oracle;
import io.carriageway.verify.topic.Companion;
import io.carriageway.verify.topic.Roads;
import io.carriageway.verify.topic.TopicCase;
import io.carriageway.verify.topic.TopicRun;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Topic vehicle-telemetry: ten minutes of vehicles on streets, one of which changes in the middle. */
public final class Telemetry {

    public static final TopicCase TOPIC = on(
            TestStreets.geoJson(VehiclesWithFaults.START.plus(Duration.ofMinutes(5))), VehiclesWithFaults.JOURNEY_GAP);

    private Telemetry() {}

    /** The topic with other roads; a vehicle that is silent for longer than the gap ends its journey. */
    static TopicCase on(String geoJson, Duration journeyGap) {
        return TopicCase.of(
                        TelemetryJob.JOB,
                        VehiclesWithFaults.START,
                        Duration.ofMinutes(10),
                        VehiclesWithFaults::records,
                        TelemetryDefect.ALL.size(),
                        "road_edge",
                        "telemetry_match",
                        "segment_speed_1m",
                        "telemetry_match_1m",
                        "journey")
                .raisingAlertsOn("segment_speed_1m")
                .with(Map.of("journey.gap", journeyGap.toSeconds() + " s", "journey.lookahead", "15 min"))
                .with(new Roads(geoJson))
                .with(new Journeys(journeyGap));
    }

    private record Journeys(Duration gap) implements Companion {

        @Override
        public void tell(Oracle oracle, TopicRun run) throws Exception {
            oracle.insert("setting", List.of(List.of(gap.toMillis())));
        }
    }
}
