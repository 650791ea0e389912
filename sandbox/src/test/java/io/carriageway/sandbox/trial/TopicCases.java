package io.carriageway.sandbox.trial;

import io.carriageway.sandbox.telemetry.Telemetry;
import io.carriageway.sandbox.topic.TopicCase;
import io.carriageway.sandbox.weather.Weather;
import java.util.List;

/**
 * The topics that tests know by their case alone: a new one is a line here, and in trials, parity, chaos and poison.
 */
public final class TopicCases {

    public static final List<TopicCase> ALL = List.of(Weather.TOPIC, Telemetry.TOPIC);

    private TopicCases() {}
}
