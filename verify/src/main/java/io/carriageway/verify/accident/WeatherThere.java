package io.carriageway.verify.accident;

import io.carriageway.event.WeatherCondition;
import io.carriageway.event.WeatherObservation;
import io.carriageway.schemas.SingleObjectCodec;
import io.carriageway.verify.oracle.Topic.Sent;
import io.carriageway.verify.weather.StationsWithFaults;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The weather at the places of {@link ReportsWithFaults}. */
final class WeatherThere {

    private static final SingleObjectCodec<WeatherObservation> CODEC =
            new SingleObjectCodec<>(WeatherObservation.class);

    private WeatherThere() {}

    /** The weather, with last observations four hours after the end of the reports, so that all accidents are final. */
    static List<Sent> records(long seed) {
        return records(seed, ReportsWithFaults.END.plus(Duration.ofHours(4)));
    }

    /**
     * An hour of weather with a station of the distant town that is silent after 11:20, and last observations at
     * {@code end}.
     */
    static List<Sent> records(long seed, Instant end) {
        var weather = new ArrayList<Sent>();
        weather.add(observation("far", ReportsWithFaults.START.minus(Duration.ofMinutes(40))));
        weather.addAll(StationsWithFaults.records(seed));
        for (int i = 0; i < 10; i++) {
            weather.add(observation("end-" + i, end));
        }
        return weather;
    }

    private static Sent observation(String station, Instant observedAt) {
        var observation = WeatherObservation.newBuilder()
                .setStationId(station)
                .setObservedAt(observedAt)
                .setLatitude(ReportsWithFaults.FAR_TOWN_LATITUDE)
                .setLongitude(13.4)
                .setTemperatureC(-0.0005)
                .setHumidityPct(88.8885)
                .setVisibilityM(1234.5)
                .setCondition(WeatherCondition.FOG)
                .build();
        return new Sent(station.getBytes(StandardCharsets.UTF_8), CODEC.encode(observation), observedAt.toEpochMilli());
    }
}
