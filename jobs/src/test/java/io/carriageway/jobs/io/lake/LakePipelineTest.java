package io.carriageway.jobs.io.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.carriageway.event.Detection;
import io.carriageway.event.FrameDetections;
import io.carriageway.jobs.io.lake.EventSpan.Demand;
import io.carriageway.row.WeatherObservationRow;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LakePipelineTest {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final Dataset<WeatherObservationRow> WEATHER =
            new Dataset<>("weather_observation", WeatherObservationRow.class, "observed_at");
    private static final Dataset<FrameDetections> DETECTION =
            new Dataset<>("frame_detections", FrameDetections.class, "captured_at");
    private static final List<WeatherObservationRow> OBSERVATIONS = observations();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"BATCH,1", "BATCH,3", "STREAMING,1", "STREAMING,3"})
    void theRowsOfASpanComeBackInEveryColumn(RuntimeExecutionMode mode, int parallelism) throws Exception {
        write(WEATHER, OBSERVATIONS);
        var span = span(30, 150, Demand.EVENTS);
        assertThat(read(WEATHER, span, mode, parallelism))
                .containsExactlyInAnyOrderElementsOf(OBSERVATIONS.subList(3, 15));
    }

    @Test
    void whatASchemaNestsComesBackToo() throws Exception {
        var seen = List.of(detections(0), detections(3));
        write(DETECTION, seen);
        assertThat(read(DETECTION, span(0, 60, Demand.NOTHING), RuntimeExecutionMode.BATCH, 1))
                .containsExactlyInAnyOrderElementsOf(seen);
    }

    @Test
    void whatIsMissingIsAnErrorUnlessGapsAreAllowed() throws Exception {
        write(WEATHER, OBSERVATIONS);
        refused(span(-60, 60, Demand.EVENTS), "no file of the hours [2026-07-01T11:00:00Z]");
        refused(
                span(130, 190, Demand.EVENTS),
                "dataset weather_observation",
                "has no event of 2026-07-01T15:20:00Z or later");
        assertThat(read(WEATHER, span(-60, 60, Demand.NOTHING), RuntimeExecutionMode.BATCH, 1))
                .hasSize(6);
        assertThat(read(DETECTION, span(0, 60, Demand.NOTHING), RuntimeExecutionMode.BATCH, 2))
                .isEmpty();
    }

    /** Row times are read only if the last hour may be incomplete. */
    @Test
    void theLastHourMayHaveGoneFarEnough() throws Exception {
        write(WEATHER, OBSERVATIONS);
        assertThat(read(WEATHER, passedAt(180), RuntimeExecutionMode.BATCH, 1)).hasSize(6);
        assertThat(read(WEATHER, passedAt(190), RuntimeExecutionMode.BATCH, 1)).hasSize(6);
        refused(passedAt(191), "or later");
    }

    @ParameterizedTest
    @CsvSource({"BATCH,1", "BATCH,3", "STREAMING,1", "STREAMING,3"})
    void whatIsPublishedIsAFileAnHourAndShardTheSameToTheByteHoweverItCame(RuntimeExecutionMode mode, int parallelism)
            throws Exception {
        publish(RuntimeExecutionMode.BATCH, 1, OBSERVATIONS);
        var files = files();
        assertThat(files.keySet())
                .hasSize(8)
                .contains(
                        "weather_observation/dt=2026-07-01/hour=12/r0.parquet",
                        "weather_observation/dt=2026-07-01/hour=15/r0-1.parquet");

        var shuffled = new ArrayList<>(OBSERVATIONS);
        Collections.shuffle(shuffled, new Random(parallelism));
        publish(mode, parallelism, shuffled);

        assertThat(files()).isEqualTo(files);
        assertThat(read(WEATHER, span(0, 200, Demand.NOTHING), RuntimeExecutionMode.BATCH, 1))
                .containsExactlyInAnyOrderElementsOf(OBSERVATIONS);
    }

    @Test
    void aRunThatFailsLeavesNothingToBeSeen() throws Exception {
        var poisoned = OBSERVATIONS.get(19).getObservedAt();
        assertThatException().isThrownBy(() -> {
            try (var env = StreamExecutionEnvironment.createLocalEnvironment(2)) {
                env.enableCheckpointing(10);
                var rows = env.fromData(OBSERVATIONS, TypeInformation.of(WeatherObservationRow.class))
                        .map(row -> {
                            if (row.getObservedAt().equals(poisoned)) {
                                throw new SuppressRestartsException(new IllegalStateException("poison"));
                            }
                            return row;
                        });
                lake().publish(rows, WEATHER, "r0", WeatherObservationRow::getPartition, "weather-observation-lake");
                env.execute();
            }
        });
        assertThat(files()).isEmpty();
    }

    private void publish(RuntimeExecutionMode mode, int parallelism, List<WeatherObservationRow> rows)
            throws Exception {
        try (var env = StreamExecutionEnvironment.createLocalEnvironment(parallelism)) {
            env.setRuntimeMode(mode);
            env.enableCheckpointing(10);
            env.getConfig().enableObjectReuse();
            var stream = env.fromData(rows, TypeInformation.of(WeatherObservationRow.class));
            lake().publish(stream, WEATHER, "r0", WeatherObservationRow::getPartition, "weather-observation-lake");
            env.execute();
        }
    }

    /** The bytes of each finished file by its place in the lake. */
    private Map<String, ByteBuffer> files() throws IOException {
        var files = new TreeMap<String, ByteBuffer>();
        try (var all = Files.walk(folder)) {
            for (var file :
                    all.filter(path -> path.toString().endsWith(".parquet")).toList()) {
                files.put(folder.relativize(file).toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    private void refused(EventSpan span, String... message) {
        assertThatIllegalStateException()
                .isThrownBy(() -> read(WEATHER, span, RuntimeExecutionMode.BATCH, 1))
                .withMessageContainingAll(message)
                .withMessageContaining("--allow-gaps true");
    }

    private static EventSpan span(long fromMinute, long toMinute, Demand demand) {
        var from = NOON.plusSeconds(60 * fromMinute);
        var to = NOON.plusSeconds(60 * toMinute);
        return new EventSpan(from, from, to, to, to.plus(Duration.ofMinutes(10)), demand);
    }

    private static EventSpan passedAt(long minute) {
        var hour = span(0, 60, Demand.EVENTS);
        return new EventSpan(
                hour.start(), hour.from(), hour.to(), hour.end(), NOON.plusSeconds(60 * minute), Demand.EVENTS);
    }

    private <R extends SpecificRecordBase> void write(Dataset<R> dataset, Collection<R> rows) throws Exception {
        try (var env = StreamExecutionEnvironment.createLocalEnvironment(2)) {
            env.setRuntimeMode(RuntimeExecutionMode.BATCH);
            var unused = env.fromData(rows, TypeInformation.of(dataset.type())).sinkTo(lake().sink(dataset));
            env.execute();
        }
    }

    private <R extends SpecificRecordBase> List<R> read(
            Dataset<R> dataset, EventSpan span, RuntimeExecutionMode mode, int parallelism) throws Exception {
        try (var env = StreamExecutionEnvironment.createLocalEnvironment(parallelism)) {
            env.setRuntimeMode(mode);
            return lake().read(env, dataset, span).executeAndCollect(1_000);
        }
    }

    private Lake lake() {
        return new Lake(folder.toUri().toString());
    }

    /** One observation per ten minutes, from 12:00 to 15:10. */
    private static List<WeatherObservationRow> observations() {
        var rows = new ArrayList<WeatherObservationRow>();
        for (int i = 0; i < 20; i++) {
            var at = NOON.plusSeconds(600L * i);
            rows.add(new WeatherObservationRow(
                    "st-" + i % 3,
                    at,
                    52.5,
                    13.4,
                    20 + i / 8.0,
                    60.0,
                    null,
                    i % 2 == 0 ? 3.5 : null,
                    null,
                    0.0,
                    null,
                    "RAIN",
                    null,
                    i,
                    "weather",
                    i % 2,
                    (long) i,
                    at.plusMillis(i),
                    i % 5 == 0));
        }
        rows.sort(Comparator.comparing(WeatherObservationRow::getObservedAt));
        return rows;
    }

    private static FrameDetections detections(int boxes) {
        var seen = new ArrayList<Detection>();
        for (int i = 0; i < boxes; i++) {
            seen.add(new Detection("car", 0.5 + i / 10.0, (float) i, 2.0f, 30.0f, 40.0f));
        }
        return new FrameDetections(
                "f-" + boxes, "cam-1", NOON, 52.5, 13.4, 1, (long) boxes, NOON.plusMillis(7), "m@1", 640, 480, seen);
    }
}
