package io.carriageway.verify.weather;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.carriageway.event.DeadLetter;
import io.carriageway.event.WeatherObservation;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.schemas.SingleObjectCodec;
import io.carriageway.verify.oracle.RealData;
import io.carriageway.verify.oracle.Topic.Sent;
import io.carriageway.verify.topic.TopicRun;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Imports real weather: answers of two weather services, with their own times as arrival times. */
@ExtendWith(SandboxExtension.class)
class RealWeatherIT {

    /** The cities of the answers that name no position; all are called Paris. */
    private static final OpenWeather OPEN_WEATHER = new OpenWeather(Map.of(
            111, new double[] {48.85, 2.35},
            222, new double[] {48.85, 2.35},
            333, new double[] {48.85, 2.35},
            444, new double[] {48.85, 2.35}));

    private final ObjectMapper json = new ObjectMapper();
    private final SingleObjectCodec<WeatherObservation> codec = new SingleObjectCodec<>(WeatherObservation.class);

    @Test
    void aMonthOfHoChiMinhCityIsARowEveryQuarterOfAnHour(Sandbox sandbox, @TempDir Path lake) throws Exception {
        var file = RealData.path("data/weather/weatherbit_hcmc_2025-04_subhourly.json");
        // a month of hours is a thousand files, which S3 takes one request at a time
        var run = new TopicRun(sandbox, Weather.TOPIC, "weather_hcmc", 1).withLakeIn(lake);
        imported(run, Weatherbit.observations(json.readTree(file.toFile())), Map.of());

        assertThat(run.query("SELECT COUNT(*), SUM(observations), SUM(temperature_milli_c_sum),"
                        + " SUM(humidity_milli_pct_sum), SUM(wind_mm_s_sum), SUM(precipitation_um_h_sum),"
                        + " SUM(heat_index_milli_c IS NULL), MIN(complete) FROM weather_10m"))
                .containsExactly(List.of("2784", "2784", "83933100", "193511000", "9542330", "402000", "202", "1"));
        assertThat(run.query("SELECT `condition`, COUNT(*) FROM weather_10m GROUP BY 1 ORDER BY 1"))
                .containsExactly(
                        List.of("CLEAR", "129"),
                        List.of("CLOUDS", "2498"),
                        List.of("DRIZZLE", "15"),
                        List.of("FOG", "12"),
                        List.of("RAIN", "64"),
                        List.of("THUNDERSTORM", "66"));
        // 27 C at 88 per cent, wind of 1.5 m/s from 290 degrees; then the heaviest rain and the hottest hour
        assertThat(run.query("SELECT station_id, temperature_milli_c_max, humidity_milli_pct_min, wind_mm_s_max,"
                        + " wind_from_east_milli_sum, wind_from_north_milli_sum, precipitation_um_h_max, `condition`,"
                        + " humidex_milli, heat_index_milli_c FROM weather_10m WHERE window_start IN"
                        + " ('2025-04-01 00:00', '2025-04-01 08:30', '2025-04-07 07:00') ORDER BY window_start"))
                .containsExactly(
                        row("489000-99999, 27000, 88000, 1500, -940, 342, 0, CLOUDS, 39178, 30741"),
                        row("489000-99999, 29000, 79000, 1000, -866, -500, 7000, RAIN, 41336, 34526"),
                        row("489000-99999, 37000, 32000, 3600, 643, -766, 0, CLOUDS, 42704, 38357"));
    }

    @Test
    void answersOfOpenWeatherMapAreObservationsOrRefused(Sandbox sandbox) throws Exception {
        var observations = new ArrayList<WeatherObservation>();
        var refusals = new TreeMap<String, String>();
        var noObservations = new TreeMap<String, byte[]>();
        for (var file : answers()) {
            try {
                observations.add(OPEN_WEATHER.observation(json.readTree(file.toFile())));
            } catch (IllegalArgumentException refused) {
                refusals.put(nameOf(file), refused.getMessage());
                noObservations.put(nameOf(file), Files.readAllBytes(file));
            }
        }
        assertThat(refusals)
                .containsOnlyKeys(
                        "owm_error_401.json",
                        "owm_error_404.json",
                        "telegraf_forecast_response_forecast.json",
                        "telegraf_weather_response_forecast.json")
                .containsEntry("telegraf_forecast_response_forecast.json", "a forecast is no observation")
                .containsEntry("telegraf_weather_response_forecast.json", "no observation but {}")
                .hasEntrySatisfying("owm_error_404.json", why -> assertThat(why).contains("Error: Not found city"));

        var run = new TopicRun(sandbox, Weather.TOPIC, "weather_owm", 1);
        imported(run, observations, noObservations);

        // Answers 111, 222 and 333 came twice for the same time, with rain and with snow: the rain was first.
        assertThat(run.query("SELECT SUM(received), SUM(accepted), SUM(duplicate), SUM(late), SUM(rejected)"
                        + " FROM event_ledger_1m"))
                .containsExactly(List.of("14", "7", "3", "0", "4"));
        assertThat(run.query(
                        "SELECT station_id, DATE_FORMAT(window_start, '%Y-%m-%d %H:%i'), temperature_milli_c_sum, humidity_milli_pct_sum,"
                                + " wind_mm_s_sum, precipitation_observations, precipitation_um_h_sum, `condition`,"
                                + " humidex_milli, heat_index_milli_c FROM weather_10m ORDER BY station_id"))
                .containsExactly(
                        row("owm-111, 2018-12-07 15:00, 9250, 87000, 8700, 1, 1000, DRIZZLE, null, null"),
                        row("owm-222, 2018-12-07 15:00, 9250, 87000, 8700, 1, 1000, DRIZZLE, null, null"),
                        row("owm-2643743, 2019-04-28 09:30, 8940, 90000, 2060, 0, null, CLOUDS, null, null"),
                        row("owm-2988507, 2018-12-07 15:00, 9250, 87000, 8700, 0, null, DRIZZLE, null, null"),
                        row("owm-333, 2018-12-07 15:00, 9250, 87000, 8700, 1, 1300, DRIZZLE, null, null"),
                        row("owm-444, 2018-12-07 15:00, 9250, 87000, 8700, 0, null, DRIZZLE, null, null"),
                        row("owm-524901, 2019-04-28 09:30, 9570, 46000, 5000, 0, null, CLOUDS, null, null"));
        assertThat(run.deadLetters())
                .hasSize(4)
                .allSatisfy(letter -> assertThat(letter.getReason()).isEqualTo("field-missing"))
                .extracting(DeadLetter::getPayload)
                .anySatisfy(payload -> assertThat(
                                StandardCharsets.UTF_8.decode(payload).toString())
                        .contains("Invalid API key"));
    }

    /** Runs the job over the observations, then over invalid bytes, and compares the result with the oracle. */
    private void imported(TopicRun run, List<WeatherObservation> observations, Map<String, byte[]> bad)
            throws Exception {
        var records = new ArrayList<Sent>();
        observations.stream()
                .sorted(Comparator.comparing(WeatherObservation::getObservedAt))
                .forEach(observation -> records.add(new Sent(
                        observation.getStationId().getBytes(StandardCharsets.UTF_8),
                        codec.encode(observation),
                        observation.getObservedAt().toEpochMilli())));
        var last = records.get(records.size() - 1);
        bad.forEach((name, value) -> records.add(new Sent(last.key(), value, last.timestampMillis(), "field-missing")));
        if (bad.isEmpty()) {
            records.add(new Sent(last.key(), new byte[0], last.timestampMillis(), "empty-value"));
        }
        run.topic(run.inputTopic()).sendAll(records);
        run.takesUpAll();
    }

    private static List<Path> answers() throws Exception {
        try (var files = Files.list(RealData.path("data/weather"))) {
            return files.filter(file -> !nameOf(file).startsWith("weatherbit"))
                    .sorted()
                    .toList();
        }
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString();
    }

    /** The texts between commas; text null means null. */
    private static List<String> row(String texts) {
        var row = new ArrayList<String>();
        for (var text : texts.split(", ", -1)) {
            row.add(text.equals("null") ? null : text);
        }
        return row;
    }
}
