package io.carriageway.verify.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.event.FrameDetections;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.verify.oracle.Oracle;
import io.carriageway.verify.oracle.Replays;
import io.carriageway.verify.oracle.Rows;
import io.carriageway.verify.topic.TopicRun;
import io.carriageway.vision.model.ModelSource;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.flink.api.common.JobID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Tests that stored frames of some minutes with faults are detected again. */
@ExtendWith(SandboxExtension.class)
class CameraRedetectIT {

    private static final long SEED = 21;
    private static final String MODEL = "classpath:models/city-nano.onnx";
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String COUNTS = "SELECT camera_id, window_start, frames, bicycle_sum, car_sum, motorcycle_sum,"
            + " bus_sum, truck_sum, vehicle_max, area_occupancy_ppm_sum, model_id, event_count, complete"
            + " FROM %s.camera_traffic_1m WHERE window_start < '%s'";

    private static TopicRun live;
    private static Instant from;
    private static Instant to;

    @BeforeAll
    static void seeLiveAndKeepAll(Sandbox sandbox) throws Exception {
        live = live(sandbox, "redetect_live", "all");
        var range = Camera.detections(live).stream()
                .filter(frame -> !frame.getFrameId().equals(LastFrames.MUCH_LATER))
                .map(FrameDetections::getCapturedAt)
                .sorted()
                .toList();
        from = range.get(0).truncatedTo(ChronoUnit.MINUTES);
        to = range.get(range.size() - 1).truncatedTo(ChronoUnit.MINUTES).plusSeconds(60);
    }

    @Test
    void everyPictureOfTheLakeIsKeptUnderItsHash() throws Exception {
        var rows = lake(live, "image_sha256 IS NOT NULL");
        assertThat(rows).hasSizeGreaterThan(100).anyMatch(row -> row.get("late").equals("true"));
        for (var row : rows) {
            assertThat(row.get("kept_uri")).endsWith(row.get("image_sha256"));
            assertThat(DigestUtils.sha256Hex(Files.readAllBytes(kept(live, row))))
                    .isEqualTo(row.get("image_sha256"));
        }
    }

    @Test
    void theSameModelSeesTheSameFromTheLakeAndFromKafkaUnderTheNextRevision(Sandbox sandbox) throws Exception {
        for (var input : List.of("lake batch 2", "lake streaming 1", "kafka streaming 3", "kafka batch 1")) {
            var words = input.split(" ", 3);
            var again = again(sandbox, live, "redetect_" + words[0] + "_" + words[1], words[0])
                    .with("mode", words[1])
                    .prepared(SEED);
            again.awaitEnd(again.start(Integer.parseInt(words[2])));
            counts(again, again.name()).areThoseOf(counts(live, live.name()), "counts from " + input);
            assertThat(again.query("SELECT DISTINCT revision FROM camera_traffic_1m"))
                    .containsExactly(List.of("1"));
            assertThat(again.number("SELECT COUNT(*) FROM event_ledger_1m")).isZero();
            assertThat(again.deadLetters()).isEmpty();
            assertThat(Camera.detections(again)).isEmpty();
        }
    }

    @Test
    void aWhatIfWithAnotherModelHasADatabaseOfItsOwnAndTellsTheDifference(Sandbox sandbox, @TempDir Path folder)
            throws Exception {
        var before = Replays.rows(live, "SELECT * FROM camera_traffic_1m");
        var model = RealFramesIT.yoloxNano(folder);
        var whatIf = again(sandbox, live, "redetect_elsewhere", "lake")
                .with("mysql.url", sandbox.database().jdbcUrl(live.name()))
                .with("mysql.schema", "redetect_whatif")
                .with("model", model);
        var printed = printed(() -> whatIf.awaitEnd(whatIf.start(2)));

        Replays.rows(live, "SELECT * FROM camera_traffic_1m").areThoseOf(before, "the live job's table");
        assertThat(live.query("SELECT DISTINCT model_id FROM redetect_whatif.camera_traffic_1m"))
                .containsExactly(List.of(ModelSource.at(model).card().modelId()));
        var rows = live.number("SELECT COUNT(*) FROM redetect_whatif.camera_traffic_1m");
        var frames = "SELECT SUM(frames) FROM %s.camera_traffic_1m WHERE window_start < '%s'";
        assertThat(live.number(frames.formatted("redetect_whatif", utc(to))))
                .isEqualTo(live.number(frames.formatted(live.name(), utc(to))));
        assertThat(printed)
                .contains("redetect_whatif beside redetect_live, from %s to %s:".formatted(from, to))
                .contains("camera_traffic_1m: 0 rows equal, %d different, 0 only in redetect_whatif, 0 only in"
                        .formatted(rows))
                .containsPattern("all +\\d+ -> \\d+ +\\d+ -> \\d+ +\\d+ -> \\d+");
    }

    @Test
    void lateFramesCountInACorrectionThatLooksAtThem(Sandbox sandbox) throws Exception {
        var corrected = again(sandbox, live, "redetect_late", "lake").with("include-late", "true");
        corrected.awaitEnd(corrected.start(2));
        var seen = lake(
                live,
                "late AND image_bytes > 0 AND frame_id NOT IN (SELECT frame_id FROM %s WHERE NOT late)"
                        .formatted(files(live)));
        var late = seen.stream().map(row -> row.get("frame_id")).distinct().count();
        assertThat(late).isPositive();
        assertThat(corrected.number("SELECT SUM(frames) FROM camera_traffic_1m"))
                .isEqualTo(liveFrames() + late);
    }

    @Test
    void aPictureThatIsGoneEndsTheRunUnlessGapsAreAllowed(Sandbox sandbox) throws Exception {
        var row = lake(live, "NOT late AND frame_id <> '%s'".formatted(LastFrames.MUCH_LATER))
                .get(0);
        var picture = kept(live, row);
        var away = picture.resolveSibling("away");
        Files.move(picture, away); // the server keeps an object's ETag in attributes of its file
        try {
            var refused = again(sandbox, live, "redetect_gone", "lake");
            assertThat(failure(sandbox, refused.start(1)))
                    .hasStackTraceContaining("no object at " + row.get("kept_uri"))
                    .hasStackTraceContaining(
                            "With --allow-gaps true and --mysql.schema the run leaves such frames out");
            assertThat(refused.number("SELECT COUNT(*) FROM camera_traffic_1m")).isZero();

            var allowed = withGaps(sandbox, live, "redetect_gap");
            allowed.awaitEnd(allowed.start(1));
            assertThat(allowed.number("SELECT SUM(frames) FROM camera_traffic_1m"))
                    .isEqualTo(liveFrames() - 1);
        } finally {
            Files.move(away, picture);
        }
    }

    @Test
    void aSampleKeepsTheFramesOfTheirHashAndTheOthersCannotBeLookedAtAgain(Sandbox sandbox) throws Exception {
        var sampled = live(sandbox, "redetect_sample", "sample:2");
        var rows = lake(sampled, "NOT late");
        assertThat(rows).allSatisfy(row -> {
            var hash = DigestUtils.sha256Hex(row.get("camera_id") + '\n' + row.get("frame_id"));
            boolean even = Long.parseLong(hash.substring(0, 8), 16) % 2 == 0;
            assertThat(row.get("kept_uri") != null).as(row.get("frame_id")).isEqualTo(even);
        });
        var kept = rows.stream()
                .filter(row -> row.get("kept_uri") != null)
                .filter(row -> !row.get("frame_id").equals(LastFrames.MUCH_LATER))
                .count();

        var refused = again(sandbox, sampled, "redetect_unkept", "lake");
        assertThat(failure(sandbox, refused.start(1))).hasStackTraceContaining("was not kept");
        var allowed = withGaps(sandbox, sampled, "redetect_kept");
        allowed.awaitEnd(allowed.start(2, Camera.seenBy(new BoxesFromBytes())));
        assertThat(allowed.number("SELECT SUM(frames) FROM camera_traffic_1m")).isEqualTo(kept);
    }

    private static TopicRun live(Sandbox sandbox, String name, String keep) throws Exception {
        var run = new TopicRun(sandbox, Camera.WITH_A_MODEL, name, 2)
                .prepared(SEED)
                .with("model", MODEL)
                .with("frames", sandbox.s3().uri(name + "/frames"))
                .with("frames.keep", keep);
        var records = CityWithFaults.records(SEED, Duration.ofMinutes(3), Duration.ofSeconds(6));
        run.topic(run.inputTopic()).sendAll(records);
        var job = run.start(2);
        Camera.END.await(run);
        long last = records.get(records.size() - 1).timestampMillis();
        Camera.END.goOn(run, Instant.ofEpochMilli(last).plus(Duration.ofHours(3)));
        run.drain(job);
        return run;
    }

    private static TopicRun again(Sandbox sandbox, TopicRun of, String name, String input) throws Exception {
        return new TopicRun(sandbox, Camera.WITH_A_MODEL, name, 1)
                .with("model", MODEL)
                .with("redetect", "true")
                .with("input", input)
                .with("topic.camera", of.inputTopic())
                .with("lake", sandbox.s3().uri(of.lakeFolder()))
                .with("from", from.toString())
                .with("to", to.toString());
    }

    /** In a database beside that of the live job. */
    private static TopicRun withGaps(Sandbox sandbox, TopicRun of, String name) throws Exception {
        return again(sandbox, of, name, "lake")
                .with("allow-gaps", "true")
                .with("mysql.url", sandbox.database().jdbcUrl(of.name()))
                .with("mysql.schema", name);
    }

    private static Throwable failure(Sandbox sandbox, JobID job) throws Exception {
        return sandbox.flink().awaitEnd(job, LIMIT).orElseThrow();
    }

    private static Rows counts(TopicRun run, String database) throws Exception {
        return Replays.rows(run, COUNTS.formatted(database, utc(to)));
    }

    private static long liveFrames() throws Exception {
        return live.number("SELECT SUM(frames) FROM camera_traffic_1m WHERE window_start < '%s'".formatted(utc(to)));
    }

    private static String utc(Instant time) {
        return time.toString().replaceAll("[TZ]", " ").strip();
    }

    private static List<Map<String, String>> lake(TopicRun run, String condition) throws Exception {
        try (var oracle = Oracle.of(run)) {
            return oracle.rows("SELECT * FROM %s WHERE %s".formatted(files(run), condition)).rows().stream()
                    .sorted(Comparator.comparing(Map::toString))
                    .toList();
        }
    }

    private static String files(TopicRun run) {
        return "read_parquet('%s/camera_frame/**/*.parquet', hive_partitioning = false)".formatted(run.lakeFiles());
    }

    /** The S3 server's file of a stored picture. */
    private static Path kept(TopicRun run, Map<String, String> row) {
        var hash = row.get("image_sha256");
        return run.lakeFiles()
                .resolveSibling("frames")
                .resolve(hash.substring(0, 2))
                .resolve(hash);
    }

    private interface Step {
        void run() throws Exception;
    }

    private static String printed(Step step) throws Exception {
        var out = System.out;
        var bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            step.run();
        } finally {
            System.setOut(out);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
