package io.carriageway.weather;

import static io.carriageway.weather.Observations.NOON;
import static io.carriageway.weather.Observations.observation;
import static io.carriageway.weather.Observations.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.event.WeatherCondition;
import io.carriageway.event.WeatherObservation;
import io.carriageway.row.Weather10m;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeatherWindowTest {

    @Test
    void everyQuantityIsAddedUpOverItsOwnCount() {
        var first = observation(NOON, 33.3, 50);
        first.setWindSpeedMs(2.5);
        first.setWindDirectionDeg(90.0);
        var second = observation(NOON.plusSeconds(60), 33.34, 60);
        second.setWindSpeedMs(4.0);
        second.setPrecipitationMmH(0.25);
        second.setCondition(WeatherCondition.RAIN);
        assertThat(row(List.of(first, second)))
                .isEqualTo(Weather10m.newBuilder()
                        .setStationId("st-1")
                        .setWindowStart(NOON)
                        .setObservations(2)
                        .setTemperatureObservations(2L)
                        .setTemperatureMilliCSum(66_640L)
                        .setTemperatureMilliCMin(33_300)
                        .setTemperatureMilliCMax(33_340)
                        .setHumidityObservations(2L)
                        .setHumidityMilliPctSum(110_000L)
                        .setHumidityMilliPctMin(50_000)
                        .setHumidityMilliPctMax(60_000)
                        .setWindObservations(2)
                        .setWindMmSSum(6_500L)
                        .setWindMmSMin(2_500)
                        .setWindMmSMax(4_000)
                        .setWindDirectionObservations(1)
                        .setWindFromEastMilliSum(1_000L)
                        .setWindFromNorthMilliSum(0L)
                        .setPrecipitationObservations(1)
                        .setPrecipitationUmHSum(250L)
                        .setPrecipitationUmHMin(250)
                        .setPrecipitationUmHMax(250)
                        .setCondition("RAIN")
                        .setHumidexMilli(43_654)
                        .setHeatIndexMilliC(38_550)
                        .setEventCount(2)
                        .setRevision(0)
                        .setComplete(true)
                        .build());
    }

    @Test
    void whatWasNeverMeasuredIsNullAndNotZero() {
        var row = row(List.of(observation(NOON, 15, 50), observation(NOON, 15, 50)));
        assertThat(row.getWindObservations()).isZero();
        assertThat(row.getWindMmSSum()).isNull();
        assertThat(row.getWindMmSMin()).isNull();
        assertThat(row.getWindMmSMax()).isNull();
        assertThat(row.getWindFromEastMilliSum()).isNull();
        assertThat(row.getWindFromNorthMilliSum()).isNull();
        assertThat(row.getPrecipitationUmHSum()).isNull();
        assertThat(row.getPrecipitationUmHMin()).isNull();
        assertThat(row.getPrecipitationUmHMax()).isNull();
        assertThat(row.getHumidexMilli()).isNull();
        assertThat(row.getHeatIndexMilliC()).isNull();
    }

    @Test
    void anObservationWithoutTemperatureLowersNoMean() {
        var silent = observation(NOON, 15, 50);
        silent.setTemperatureC(null);
        silent.setHumidityPct(null);
        var row = row(List.of(observation(NOON, 33.3, 50), silent, silent, observation(NOON, 33.34, 60)));
        assertThat(row.getObservations()).isEqualTo(4);
        assertThat(row.getEventCount()).isEqualTo(4);
        assertThat(row.getTemperatureObservations()).isEqualTo(2);
        assertThat(row.getTemperatureMilliCSum()).isEqualTo(66_640);
        assertThat(row.getTemperatureMilliCMin()).isEqualTo(33_300);
        assertThat(row.getHumidityObservations()).isEqualTo(2);
        assertThat(row.getHumidityMilliPctSum()).isEqualTo(110_000);
        assertThat(row.getHumidexMilli()).isEqualTo(43_654);
        assertThat(row.getHeatIndexMilliC()).isEqualTo(38_550);
        assertThat(new WeatherMetrics().of(row).milliByMetric())
                .containsEntry("temperature_c", 33_320L)
                .containsEntry("humidity_pct", 55_000L);
    }

    @Test
    void aWindowWithoutTemperatureOrHumidityHasNullsAndNoFeltTemperature() {
        var dry = observation(NOON, 33.3, 50);
        dry.setHumidityPct(null);
        assertThat(row(List.of(dry)))
                .extracting(
                        Weather10m::getObservations,
                        Weather10m::getTemperatureObservations,
                        Weather10m::getHumidityObservations,
                        Weather10m::getHumidityMilliPctSum,
                        Weather10m::getHumidityMilliPctMin,
                        Weather10m::getHumidityMilliPctMax,
                        Weather10m::getHumidexMilli,
                        Weather10m::getHeatIndexMilliC)
                .containsExactly(1L, 1L, 0L, null, null, null, null, null);
        var neither = observation(NOON, 33.3, 50);
        neither.setTemperatureC(null);
        neither.setHumidityPct(null);
        var row = row(List.of(neither));
        assertThat(row.getObservations()).isEqualTo(1);
        assertThat(row.getTemperatureMilliCSum()).isNull();
        assertThat(row.getTemperatureMilliCMin()).isNull();
        assertThat(row.getTemperatureMilliCMax()).isNull();
        assertThat(new WeatherMetrics().of(row).milliByMetric()).isEmpty();
    }

    @Test
    void dryIsMeasuredAndZero() {
        var dry = observation(NOON, 15, 50);
        dry.setPrecipitationMmH(0.0);
        assertThat(row(List.of(dry)).getPrecipitationUmHSum()).isZero();
        assertThat(row(List.of(dry)).getPrecipitationObservations()).isOne();
    }

    @Test
    void frostHasItsLowestAndHighestTheRightWayRound() {
        var row = row(List.of(observation(NOON, -3.5, 80), observation(NOON, -12.25, 81)));
        assertThat(List.of(row.getTemperatureMilliCSum(), row.getTemperatureMilliCMin(), row.getTemperatureMilliCMax()))
                .isEqualTo(List.of(-15_750L, -12_250, -3_500));
    }

    @ParameterizedTest
    @CsvSource({
        "OTHER, CLEAR, CLEAR",
        "CLEAR, CLOUDS, CLOUDS",
        "DRIZZLE, CLOUDS, DRIZZLE",
        "DRIZZLE, RAIN, RAIN",
        "FOG, RAIN, FOG",
        "FOG, SNOW, SNOW",
        "THUNDERSTORM, SNOW, THUNDERSTORM",
        "OTHER, OTHER, OTHER"
    })
    void theMoreSevereConditionStandsForTheWindow(WeatherCondition first, WeatherCondition second, String expected) {
        assertThat(row(List.of(with(first), with(second))).getCondition()).isEqualTo(expected);
    }

    @Test
    void directionsAroundNorthAddUpToNorth() {
        var left = observation(NOON, 15, 50);
        left.setWindDirectionDeg(350.0);
        var right = observation(NOON, 15, 50);
        right.setWindDirectionDeg(10.0);
        var row = row(List.of(left, right));
        assertThat(row.getWindFromEastMilliSum()).isZero();
        assertThat(row.getWindFromNorthMilliSum()).isEqualTo(1_970);
    }

    private static WeatherObservation with(WeatherCondition condition) {
        var observation = observation(NOON, 15, 50);
        observation.setCondition(condition);
        return observation;
    }
}
