package io.carriageway.weather;

import static io.carriageway.weather.Observations.NOON;
import static io.carriageway.weather.Observations.observation;
import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.event.WeatherObservation;
import io.carriageway.intake.Rejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeatherRulesTest {

    private final WeatherRules rules = new WeatherRules();

    @Test
    void anObservationWithNothingOptionalPasses() {
        assertThat(rules.check(observation(NOON, 20, 50))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "latitude, -90, 90",
        "longitude, -180, 180",
        "temperature_c, -90, 60",
        "humidity_pct, 0, 100",
        "pressure_hpa, 500, 1100",
        "wind_speed_ms, 0, 120",
        "wind_direction_deg, 0, 360",
        "precipitation_mm_h, 0, 500",
        "visibility_m, 0, 100000"
    })
    void aQuantityLiesWithinTheBoundsOfItsSchema(String field, double low, double high) {
        var reason = field.replace('_', '-') + "-out-of-range";
        assertThat(reason(field, low)).isEqualTo("none");
        assertThat(reason(field, high)).isEqualTo("none");
        assertThat(reason(field, Math.nextDown(low))).isEqualTo(reason);
        assertThat(reason(field, Math.nextUp(high))).isEqualTo(reason);
        assertThat(reason(field, Double.NaN)).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"0, none", "9999, none", "-1, air-quality-index-out-of-range", "10000, air-quality-index-out-of-range"})
    void theAirQualityIndexHasFourDigits(int index, String reason) {
        assertThat(reason("air_quality_index", index)).isEqualTo(reason);
    }

    @Test
    void temperatureAndHumidityMayBeMissing() {
        assertThat(reason("temperature_c", null)).isEqualTo("none");
        assertThat(reason("humidity_pct", null)).isEqualTo("none");
    }

    @Test
    void exactlyZeroAndZeroIsNoPosition() {
        var observation = observation(NOON, 20, 50);
        observation.setLatitude(0);
        observation.setLongitude(0);
        assertThat(rules.check(observation)).map(Rejection::reason).contains("position-zero");
    }

    @Test
    void aStationHasAName() {
        assertThat(reason("station_id", "")).isEqualTo("id-invalid");
        assertThat(reason("station_id", "s".repeat(65))).isEqualTo("text-too-long");
        assertThat(reason("station_id", "s".repeat(64))).isEqualTo("none");
    }

    @Test
    void observationsOfAStationAreToldApartByTheirTime() {
        assertThat(rules.identity(observation(NOON, 20, 50))).isEqualTo(rules.identity(observation(NOON, 21, 50)));
        assertThat(rules.identity(observation(NOON, 20, 50)))
                .isNotEqualTo(rules.identity(observation(NOON.plusMillis(1), 20, 50)));
    }

    private String reason(String field, Object value) {
        WeatherObservation observation = observation(NOON, 20, 50);
        observation.put(field, value);
        return rules.check(observation).map(Rejection::reason).orElse("none");
    }
}
