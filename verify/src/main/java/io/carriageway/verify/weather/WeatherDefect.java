package io.carriageway.verify.weather;

import io.carriageway.event.WeatherObservation;
import io.carriageway.jobs.weather.WeatherJob;
import io.carriageway.verify.topic.Defect;
import java.util.List;
import java.util.stream.Stream;

/** The defects of an observation. */
final class WeatherDefect {

    static final List<Defect<WeatherObservation>> ALL = Stream.concat(
                    Defect.ofEvery(WeatherJob.TOPIC).stream(),
                    Stream.<Defect<WeatherObservation>>of(
                            Defect.outOfRange("temperature_c", 273.15),
                            Defect.outOfRange("humidity_pct", 101.0),
                            Defect.outOfRange("pressure_hpa", 0.0),
                            Defect.outOfRange("wind_speed_ms", -0.1),
                            Defect.outOfRange("wind_direction_deg", 361.0),
                            Defect.outOfRange("precipitation_mm_h", 999.0),
                            Defect.outOfRange("visibility_m", -1.0),
                            Defect.outOfRange("air_quality_index", 10_000)))
            .toList();

    private WeatherDefect() {}
}
