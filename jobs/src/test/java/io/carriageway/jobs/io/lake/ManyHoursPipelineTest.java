package io.carriageway.jobs.io.lake;

import static io.carriageway.jobs.io.lake.HourOfWeather.WEATHER;
import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.jobs.Environments;
import io.carriageway.jobs.io.lake.compaction.Compaction;
import io.carriageway.jobs.io.lake.compaction.RetainedSnapshots;
import io.carriageway.row.WeatherObservationRow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Writes rows of more hours than may have an open file, with a failure during the run. */
class ManyHoursPipelineTest {

    private static final int ROWS = 240;
    private static final int FAILS_AT = 160;
    private static final int HOURS = 24;
    private static final int OPEN_FILES = 3;
    private static final int SUBTASKS = 2;
    private static final long LARGE_FILE = 1_000_000;

    /** A merge of the failed attempt may run beside those of the next one. */
    private static final int ATTEMPTS = 2;

    private static final AtomicBoolean HAS_FAILED = new AtomicBoolean();

    @TempDir
    Path folder;

    @BeforeEach
    void reset() {
        HAS_FAILED.set(false);
        CountedFiles.reset();
    }

    /** In order, hours follow each other, so each has few files; otherwise nearly every row gets its own file. */
    @ParameterizedTest
    @CsvSource({"true,0", "false,0", "false,2"})
    void eachRowIsOnceInTheFolderOfItsHourAndFewFilesAreOpenAtOnce(boolean inOrder, int mergedCheckpoints)
            throws Exception {
        run(inOrder, mergedCheckpoints);

        assertThat(HAS_FAILED).isTrue();
        assertThat(rowsInTheirHours())
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, ROWS)
                        .mapToObj(number -> row(number, inOrder))
                        .toList());
        int mergers = mergedCheckpoints == 0 ? 0 : SUBTASKS * ATTEMPTS;
        assertThat(CountedFiles.most()).as("files open at once").isBetween(OPEN_FILES, OPEN_FILES * SUBTASKS + mergers);
    }

    @Test
    void theManyFilesOfAnHourAreMergedWhenTheDayIsOver() throws Exception {
        run(false, 0);
        var rows = rowsInTheirHours();
        var compaction = new Compaction(lake(0), new CountedFiles(), new RetainedSnapshots(List.of()), LARGE_FILE);
        for (var hour : HourListing.hours(time(0), time(HOURS))) {
            var merged = compaction.compact(WEATHER, hour).orElseThrow();
            assertThat(merged.filesBefore()).isGreaterThan(1);
            assertThat(merged.filesAfter()).isEqualTo(1);
        }
        assertThat(rowsInTheirHours()).containsExactlyInAnyOrderElementsOf(rows);
    }

    @Test
    void aBoundedRunHasOneFileOpenInEachSubtask() throws Exception {
        try (var env = StreamExecutionEnvironment.createLocalEnvironment(SUBTASKS)) {
            Environments.prepare(env);
            var rows = env.fromSource(numbers(), WatermarkStrategy.noWatermarks(), "numbers")
                    .uid("numbers")
                    .map(new Rows(false, ROWS))
                    .returns(WeatherObservationRow.class)
                    .uid("rows");
            lake(0).publish(rows, WEATHER, "r0", row -> 0, "weather-observation-lake");
            env.execute();
        }
        assertThat(rowsInTheirHours()).hasSize(ROWS).doesNotHaveDuplicates();
        assertThat(CountedFiles.most()).isBetween(1, SUBTASKS);
    }

    private void run(boolean inOrder, int mergedCheckpoints) throws Exception {
        var restart = new Configuration();
        restart.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        restart.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(100));
        try (var env = StreamExecutionEnvironment.createLocalEnvironment(SUBTASKS, restart)) {
            env.enableCheckpointing(200);
            Environments.prepare(env);
            var unused = env.fromSource(numbers(), WatermarkStrategy.noWatermarks(), "numbers")
                    .uid("numbers")
                    .map(new Rows(inOrder, FAILS_AT))
                    .returns(WeatherObservationRow.class)
                    .uid("rows")
                    .sinkTo(lake(mergedCheckpoints).sink(WEATHER))
                    .name("weather-observation-lake")
                    .uid("weather-observation-lake");
            env.execute();
        }
    }

    private static DataGeneratorSource<Long> numbers() {
        return new DataGeneratorSource<>(number -> number, ROWS, RateLimiterStrategy.perSecond(500), Types.LONG);
    }

    private Lake lake(int mergedCheckpoints) {
        return new Lake(CountedFiles.uri(folder), mergedCheckpoints, OPEN_FILES);
    }

    /** All rows that a reader finds, each checked to be in the folder of its hour. */
    private List<WeatherObservationRow> rowsInTheirHours() throws IOException {
        var rows = new ArrayList<WeatherObservationRow>();
        for (var hour : HourListing.hours(time(0), time(HOURS))) {
            var ofHour = HourOfWeather.rows(lake(0), hour);
            assertThat(ofHour).allSatisfy(row -> assertThat(row.getObservedAt().truncatedTo(ChronoUnit.HOURS))
                    .isEqualTo(hour));
            rows.addAll(ofHour);
        }
        return rows;
    }

    private static Instant time(long hour) {
        return HourOfWeather.NOON.plus(Duration.ofHours(hour));
    }

    private static WeatherObservationRow row(int number, boolean inOrder) {
        var row = HourOfWeather.row(number);
        row.setObservedAt(
                time(inOrder ? number * HOURS / ROWS : number * 37L % HOURS).plusSeconds(number));
        return row;
    }

    /** Generates the rows, and fails once. */
    private record Rows(boolean inOrder, int failsAt) implements MapFunction<Long, WeatherObservationRow> {

        @Override
        public WeatherObservationRow map(Long number) {
            if (number == failsAt && HAS_FAILED.compareAndSet(false, true)) {
                throw new IllegalStateException("fails once");
            }
            return row(number.intValue(), inOrder);
        }
    }
}
