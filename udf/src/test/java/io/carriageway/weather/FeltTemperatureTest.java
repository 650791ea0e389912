package io.carriageway.weather;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeltTemperatureTest {

    /** The formula, worked out by hand: dew point 23.051 C, vapour pressure 28.603 hPa. */
    @Test
    void humidexIsThatOfTheWorkedExample() {
        assertThat(FeltTemperature.humidexMilli(33.32, 55)).isEqualTo(43_654);
    }

    /** Environment Canada's table of humidex by temperature and relative humidity, in whole degrees. */
    @ParameterizedTest
    @CsvSource({"30, 50, 36", "30, 70, 41", "25, 60, 30", "35, 40, 43", "40, 30, 48"})
    void humidexRoundsToThePublishedTable(double temperatureC, double humidityPct, int published) {
        assertThat(Math.round(FeltTemperature.humidexMilli(temperatureC, humidityPct) / 1000.0))
                .isBetween(published - 1L, published + 1L);
    }

    @ParameterizedTest
    @CsvSource({"15, 90", "19.999, 90", "-10, 50", "22, 10", "30, 0", "20, 40"})
    void humidexIsNullBelowTwentyDegreesAndWhereItIsNotADegreeAboveTheAir(double temperatureC, double humidityPct) {
        assertThat(FeltTemperature.humidexMilli(temperatureC, humidityPct)).isNull();
    }

    @Test
    void humidexBeginsAtTwentyDegreesExactly() {
        assertThat(FeltTemperature.humidexMilli(20, 90)).isNotNull();
        assertThat(FeltTemperature.humidexMilli(20 - 1e-12, 90))
                .as("what another order of operations makes of 20 is 20")
                .isEqualTo(FeltTemperature.humidexMilli(20, 90));
    }

    /** The National Weather Service's chart, in whole degrees Fahrenheit. */
    @ParameterizedTest
    @CsvSource({
        "80, 60, 82",
        "86, 90, 105",
        "90, 70, 106",
        "90, 40, 91",
        "94, 45, 100",
        "96, 65, 121",
        "100, 40, 109",
        "100, 60, 129",
        "110, 40, 136"
    })
    void heatIndexIsThatOfTheChart(double temperatureF, double humidityPct, long chartF) {
        var heatIndex = FeltTemperature.heatIndexMilliC((temperatureF - 32) * 5 / 9, humidityPct);
        assertThat(Math.round(heatIndex / 1000.0 * 9 / 5 + 32)).isEqualTo(chartF);
    }

    /** 100 F at 10 per cent: the regression gives 94.753 F, from which 0.75 x sqrt(12 / 17) F is to be taken. */
    @Test
    void veryDryAirFeelsCoolerThanTheRegressionSays() {
        assertThat(FeltTemperature.heatIndexMilliC((100 - 32) * 5 / 9.0, 10)).isEqualTo(34_512);
    }

    /** 82 F at 90 per cent: the regression gives 91.492 F, to which 0.5 x 1 F is to be added. */
    @Test
    void veryHumidAirFeelsWarmerThanTheRegressionSays() {
        assertThat(FeltTemperature.heatIndexMilliC((82 - 32) * 5 / 9.0, 90)).isEqualTo(33_329);
    }

    @ParameterizedTest
    @CsvSource({"15, 50", "26.66, 90", "26.7, 10", "-20, 80", "50.001, 5"})
    void heatIndexIsNullOutsideTheRangeOfTheRegression(double temperatureC, double humidityPct) {
        assertThat(FeltTemperature.heatIndexMilliC(temperatureC, humidityPct)).isNull();
    }

    @Test
    void heatIndexBeginsAtEightyFahrenheitExactly() {
        assertThat(FeltTemperature.heatIndexMilliC(80.0 / 3, 60))
                .isNotNull()
                .isEqualTo(FeltTemperature.heatIndexMilliC(80.0 / 3 - 1e-12, 60));
    }
}
