package io.carriageway.verify.trial;

import io.carriageway.verify.accident.Accident;
import io.carriageway.verify.camera.Camera;
import io.carriageway.verify.count.CountersWithFaults;
import io.carriageway.verify.telemetry.Telemetry;
import io.carriageway.verify.topic.TopicCase;
import io.carriageway.verify.weather.Weather;
import java.util.List;

/**
 * The list of every topic that a job owns, for tests. A new topic is one line here, and is then also in trials, parity,
 * chaos and poison.
 */
public final class TopicCases {

    /** Append new ones at the end: the number of a seed selects one of them. */
    public static final List<TopicCase> ALL =
            List.of(Weather.TOPIC, Telemetry.TOPIC, Camera.TOPIC, Accident.TOPIC, CountersWithFaults.TOPIC);

    private TopicCases() {}
}
