package io.carriageway.verify.daily;

import io.carriageway.jobs.io.lake.Lake;
import io.carriageway.jobs.weather.WeatherJob;
import io.carriageway.row.WeatherObservationRow;
import io.carriageway.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Two hours of observations in a lake on S3, written by the sink of the jobs, and read by DuckDB. */
record StoredDay(Sandbox sandbox, String name) {

    private static final Instant START = Instant.parse("2024-07-01T10:00:00Z");
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int SUBTASKS = 4;

    Lake lake() {
        return new Lake(sandbox.s3().uri(name + "/lake"));
    }

    /** The lake's path in its bucket. */
    String path() {
        return name + "/lake/";
    }

    void write(int count) throws Exception {
        var rows = new ArrayList<WeatherObservationRow>();
        for (int i = 0; i < count; i++) {
            rows.add(row(i, START.plusSeconds(7200L * ((i * 37L) % count) / count)));
        }
        var env = new StreamExecutionEnvironment(sandbox.flinkConfiguration());
        env.setParallelism(SUBTASKS);
        var unused = env.fromData(rows, TypeInformation.of(WeatherObservationRow.class))
                .rebalance()
                .sinkTo(lake().sink(WeatherJob.TOPIC.dataset()));
        var failure = sandbox.flink().awaitEnd(sandbox.flink().submit(env, "writes a day"), LIMIT);
        if (failure.isPresent()) {
            throw new IllegalStateException(failure.get());
        }
    }

    private static WeatherObservationRow row(int i, Instant at) {
        return WeatherObservationRow.newBuilder()
                .setStationId("st-" + i % 3)
                .setObservedAt(at)
                .setLatitude(52.5)
                .setLongitude(13.4)
                .setTemperatureC(20 + i / 8.0)
                .setHumidityPct(60.0)
                .setWindSpeedMs(i % 2 == 0 ? 3.5 : null)
                .setPrecipitationMmH(0.0)
                .setCondition("RAIN")
                .setAirQualityIndex(i)
                .setTopic("weather")
                .setPartition(i % 2)
                .setOffset(i)
                .setArrivalTime(at.plusMillis(i))
                .setLate(i % 5 == 0)
                .build();
    }

    private Path folder() {
        return sandbox.folder().resolve("s3").resolve(sandbox.s3().bucket()).resolve(name);
    }

    /** The objects, which this server stores as files. */
    List<Path> files() throws IOException {
        if (!Files.exists(folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains("hour="))
                    .toList();
        }
    }

    /** Makes the files older than any checkpoint that could refer to them. */
    void age() throws IOException {
        for (var file : files()) {
            Files.setLastModifiedTime(file, FileTime.from(START));
        }
    }

    void delete() throws IOException {
        for (var file : files()) {
            Files.delete(file);
        }
    }

    /** All rows, in one line. */
    String judge() throws Exception {
        return ask(
                """
                SELECT concat_ws('|', count(*), count(DISTINCT "offset"), sum(temperature_c), min(observed_at),
                    max(arrival_time), count(wind_speed_ms), sum(late::INT), bit_xor(hash(o)))
                FROM read_parquet('%s', hive_partitioning = false) o
                """);
    }

    /** Whether each file has its rows by their time. */
    boolean isInOrder() throws Exception {
        return Boolean.parseBoolean(
                ask(
                        """
                SELECT bool_and(earlier IS NULL OR earlier <= observed_at)
                FROM (SELECT observed_at, lag(observed_at) OVER (PARTITION BY filename ORDER BY file_row_number) AS earlier
                    FROM read_parquet('%s', filename = true, file_row_number = true))
                """));
    }

    private String ask(String sql) throws Exception {
        try (var session = DriverManager.getConnection("jdbc:duckdb:");
                var statement = session.createStatement();
                var result =
                        statement.executeQuery(sql.formatted(folder() + "/lake/weather_observation/*/*/*.parquet"))) {
            if (!result.next()) {
                throw new IllegalStateException("no answer");
            }
            return result.getString(1);
        }
    }
}
