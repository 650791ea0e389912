package io.carriageway.verify.weather;

import io.carriageway.jobs.weather.WeatherJob;
import io.carriageway.verify.topic.TopicCase;
import java.time.Duration;

/** Topic weather: an hour of four stations. */
public final class Weather {

    public static final TopicCase TOPIC = TopicCase.of(
                    WeatherJob.JOB,
                    StationsWithFaults.START,
                    Duration.ofHours(1),
                    StationsWithFaults::records,
                    WeatherDefect.ALL.size(),
                    "weather_10m")
            .raisingAlertsOn("weather_10m");

    private Weather() {}
}
