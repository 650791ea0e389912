package io.carriageway.jobs.io.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.jobs.Environments;
import io.carriageway.row.WeatherObservationRow;
import java.nio.file.Path;
import java.time.Duration;
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

class CheckpointFilesPipelineTest {

    private static final int ROWS = 3_000;
    private static final int FAILS_AT = 2_000;
    private static final AtomicBoolean HAS_FAILED = new AtomicBoolean();

    @TempDir
    Path folder;

    @BeforeEach
    void reset() {
        HAS_FAILED.set(false);
    }

    @Test
    void theFilesOfSomeCheckpointsBecomeOneAndEachRowIsThereOnceAfterAFailureToo() throws Exception {
        var plain = run("plain", 0);
        HAS_FAILED.set(false);
        var merged = run("merged", 6);

        assertThat(merged.size()).isLessThanOrEqualTo(plain.size() / 2);
        assertThat(merged).allMatch(name -> name.startsWith("compacted-part-"));
    }

    /** Returns the names of the files. */
    private List<String> run(String name, int mergedCheckpoints) throws Exception {
        var hour = new HourOfWeather(folder.resolve(name));
        var restart = new Configuration();
        restart.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        restart.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(100));
        try (var env = StreamExecutionEnvironment.createLocalEnvironment(2, restart)) {
            env.enableCheckpointing(200);
            Environments.prepare(env);
            var numbers = new DataGeneratorSource<Long>(
                    number -> number, ROWS, RateLimiterStrategy.perSecond(500), Types.LONG);
            var unused = env.fromSource(numbers, WatermarkStrategy.noWatermarks(), "numbers")
                    .uid("numbers")
                    .map(new FailsOnce())
                    .returns(WeatherObservationRow.class)
                    .uid("rows")
                    .sinkTo(new Lake(hour.lake().root(), mergedCheckpoints, 1).sink(HourOfWeather.WEATHER))
                    .name("weather-observation-lake")
                    .uid("weather-observation-lake");
            env.execute();
        }
        assertThat(HAS_FAILED).isTrue();
        assertThat(hour.read())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, ROWS).mapToObj(HourOfWeather::row).toList());
        return hour.names().stream().filter(file -> !file.startsWith(".")).toList();
    }

    private static final class FailsOnce implements MapFunction<Long, WeatherObservationRow> {

        @Override
        public WeatherObservationRow map(Long number) {
            if (number == FAILS_AT && HAS_FAILED.compareAndSet(false, true)) {
                throw new IllegalStateException("fails once");
            }
            return HourOfWeather.row(number.intValue());
        }
    }
}
