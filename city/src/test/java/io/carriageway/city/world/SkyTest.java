package io.carriageway.city.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.carriageway.event.WeatherCondition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class SkyTest {
    private static final double HOUR = 3600;
    private static final double YEAR = 365 * 24 * HOUR;
    private static final Place CENTRE = new Place(0, 0, 0);
    private final LocalProjection projection = new LocalProjection(48.2082, 16.3738);
    private final Sky sky = new Sky(1, projection, Instant.parse("2026-01-01T00:00:00Z"));
    private final List<Weather> year = year();

    private List<Weather> year() {
        List<Weather> samples = new ArrayList<>();
        for (double seconds = 0; seconds < YEAR; seconds += 251) {
            samples.add(sky.at(seconds));
        }
        return samples;
    }

    @Test
    void everyQuantityKeepsToItsRangeAllYear() {
        assertThat(year).allSatisfy(weather -> {
            assertThat(weather.temperatureCelsius()).isBetween(-20.0, 40.0);
            assertThat(weather.humidityPercent()).isBetween(15.0, 100.0);
            assertThat(weather.pressureHectopascal()).isBetween(980.0, 1050.0);
            assertThat(weather.windMetresPerSecond()).isBetween(0.0, 20.0);
            assertThat(weather.windDirectionDegrees()).isBetween(0.0, 360.0);
            assertThat(weather.precipitationMillimetresPerHour()).isBetween(0.0, 20.0);
            assertThat(weather.visibilityMetres()).isBetween(100.0, 50_000.0);
        });
    }

    @Test
    void theDewPointIsNeverAboveTheTemperature() {
        assertThat(year).allSatisfy(weather -> assertThat(weather.dewPointCelsius())
                .isLessThanOrEqualTo(weather.temperatureCelsius() + 1e-9));
    }

    @Test
    void theDewPointFollowsMagnus() {
        Weather weather = new Weather(33.32, 55, 1013, 1, 0, 0, 20_000, 0, 0, 0);

        assertThat(saturation(weather.dewPointCelsius()) / saturation(33.32)).isCloseTo(0.55, within(1e-9));
    }

    private static double saturation(double celsius) {
        return 6.112 * Math.exp(17.62 * celsius / (243.12 + celsius));
    }

    @Test
    void snowFallsOnlyWhereItFreezesAndRainOnlyWhereItDoesNot() {
        assertThat(of(WeatherCondition.SNOW)).isNotEmpty().allMatch(weather -> weather.temperatureCelsius() <= 1.5);
        assertThat(of(WeatherCondition.RAIN)).isNotEmpty().allMatch(weather -> weather.temperatureCelsius() > 0);
    }

    @Test
    void theConditionSaysHowMuchFalls() {
        assertThat(of(WeatherCondition.DRIZZLE))
                .isNotEmpty()
                .allMatch(weather -> weather.precipitationMillimetresPerHour() < 0.5);
        assertThat(of(WeatherCondition.THUNDERSTORM))
                .isNotEmpty()
                .allMatch(
                        weather -> weather.precipitationMillimetresPerHour() > 5 && weather.temperatureCelsius() > 10);
        Set<WeatherCondition> dry = EnumSet.of(WeatherCondition.CLEAR, WeatherCondition.CLOUDS, WeatherCondition.FOG);
        assertThat(year)
                .allMatch(weather ->
                        dry.contains(weather.condition()) == (weather.precipitationMillimetresPerHour() == 0));
    }

    @Test
    void fogIsSaturatedCalmAirOneCannotSeeThrough() {
        assertThat(of(WeatherCondition.FOG)).isNotEmpty().allSatisfy(weather -> {
            assertThat(weather.humidityPercent()).isGreaterThan(97);
            assertThat(weather.windMetresPerSecond()).isLessThan(3);
            assertThat(weather.visibilityMetres()).isLessThan(1000);
        });
        assertThat(year)
                .filteredOn(weather -> weather.condition() == WeatherCondition.CLEAR)
                .allMatch(weather -> weather.visibilityMetres() >= 1000);
    }

    @Test
    void rainIsMoistAndDimsTheView() {
        double wet = mean(weather -> weather.rain() > 0.3, Weather::humidityPercent);
        double dry = mean(weather -> weather.rain() == 0 && weather.haze() == 0, Weather::humidityPercent);
        assertThat(wet).isGreaterThan(dry + 15);
        assertThat(mean(weather -> weather.rain() > 0.3, Weather::visibilityMetres))
                .isLessThan(0.6 * mean(weather -> weather.rain() == 0, Weather::visibilityMetres));
    }

    @Test
    void rainAndHazeAreAsFrequentAsAPictureNeeds() {
        assertThat(share(weather -> weather.rain() > 0.05)).isBetween(0.18, 0.26);
        assertThat(share(weather -> weather.haze() > 0.05)).isBetween(0.16, 0.24);
        assertThat(share(weather -> weather.rain() > 0.05 && weather.haze() > 0.05))
                .isBetween(0.01, 0.06);
    }

    @Test
    void julyIsWarmerThanJanuaryAndTheAfternoonThanTheNight() {
        int day = year.size() / 365;
        double january = meanOf(year.subList(0, 31 * day));
        double july = meanOf(year.subList(181 * day, 212 * day));
        assertThat(january).isBetween(-4.0, 5.0);
        assertThat(july).isBetween(17.0, 26.0);
        double nights = 0;
        double afternoons = 0;
        for (int i = 0; i < 365; i++) {
            nights += sky.at((24 * i + 3) * HOUR).temperatureCelsius() / 365;
            afternoons += sky.at((24 * i + 14) * HOUR).temperatureCelsius() / 365;
        }
        assertThat(afternoons - nights).isBetween(3.0, 12.0);
    }

    @Test
    void inTheSouthSummerIsInJanuary() {
        Sky south = new Sky(1, new LocalProjection(-34, 18), Instant.parse("2026-01-01T00:00:00Z"));

        assertThat(south.at(10 * 24 * HOUR).temperatureCelsius())
                .isGreaterThan(south.at(190 * 24 * HOUR).temperatureCelsius());
    }

    @Test
    void aFrontReachesTheEastLater() {
        Place east = new Place(200, 0, 0);

        assertThat(sky.at(5000, CENTRE, 0)).isEqualTo(sky.at(5000));
        assertThat(sky.at(5022, east, 0).rain()).isEqualTo(sky.at(5000).rain());
        assertThat(sky.at(5000, CENTRE, 0.4).temperatureCelsius())
                .isCloseTo(sky.at(5000).temperatureCelsius() + 0.4, within(1e-9));
    }

    private List<Weather> of(WeatherCondition condition) {
        return year.stream().filter(weather -> weather.condition() == condition).toList();
    }

    private double share(Predicate<Weather> which) {
        return (double) year.stream().filter(which).count() / year.size();
    }

    private double mean(Predicate<Weather> which, ToDoubleFunction<Weather> what) {
        return year.stream().filter(which).mapToDouble(what).average().orElseThrow();
    }

    private static double meanOf(List<Weather> samples) {
        return samples.stream()
                .mapToDouble(Weather::temperatureCelsius)
                .average()
                .orElseThrow();
    }
}
