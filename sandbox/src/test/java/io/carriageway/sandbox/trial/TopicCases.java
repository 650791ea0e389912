package io.carriageway.sandbox.trial;

import io.carriageway.sandbox.accident.Accident;
import io.carriageway.sandbox.camera.Camera;
import io.carriageway.sandbox.telemetry.Telemetry;
import io.carriageway.sandbox.topic.TopicCase;
import io.carriageway.sandbox.weather.Weather;
import java.util.List;

/** Every topic that a job owns, as tests know it: a new one is a line here, and in trials, parity, chaos and poison. */
public final class TopicCases {

    /** New ones last: the number of a seed stands for one of them. */
    public static final List<TopicCase> ALL = List.of(Weather.TOPIC, Telemetry.TOPIC, Camera.TOPIC, Accident.TOPIC);

    private TopicCases() {}
}
