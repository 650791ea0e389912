package io.carriageway.verify.trial;

import io.carriageway.verify.accident.Accident;
import io.carriageway.verify.camera.Camera;
import io.carriageway.verify.count.CountersWithFaults;
import io.carriageway.verify.telemetry.Telemetry;
import io.carriageway.verify.topic.TopicCase;
import io.carriageway.verify.weather.Weather;
import java.util.List;

/** Every topic that a job owns, as tests know it: a new one is a line here, and in trials, parity, chaos and poison. */
public final class TopicCases {

    /** New ones last: the number of a seed stands for one of them. */
    public static final List<TopicCase> ALL =
            List.of(Weather.TOPIC, Telemetry.TOPIC, Camera.TOPIC, Accident.TOPIC, CountersWithFaults.TOPIC);

    private TopicCases() {}
}
