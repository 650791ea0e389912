package io.carriageway.jobs.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.camera.CameraRules;
import io.carriageway.camera.picture.FrameKeeping;
import io.carriageway.camera.picture.NamedByContent;
import io.carriageway.jobs.io.files.BucketPictures;
import io.carriageway.vision.model.ModelException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CameraConfigTest {

    private static final String[] REQUIRED = {
        "--kafka.bootstrap", "broker:9092",
        "--mysql.url", "jdbc:mysql://db/carriageway",
        "--mysql.user", "writer",
        "--mysql.password-file", "/any/password",
        "--lake", "s3://carriageway/lake"
    };

    private static final String EMBEDDED = "classpath:models/city-nano.onnx";

    @Test
    void theDefaultsAreThoseOfTheDesign() throws Exception {
        var config = CameraConfig.from(new Configuration(), REQUIRED);
        assertThat(config.intake().timing().limits().lateness()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.intake().timing().limits().skew()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.intake().timing().eventWindows(Duration.ofMinutes(1)).allowedLateness())
                .isEqualTo(Duration.ofMinutes(25));
        assertThat(config.intake().timing().settledAfter(Duration.ofMinutes(1))).isEqualTo(Duration.ofMinutes(42));
        assertThat(config.intake().timing().arrivalMinutes().allowedLateness()).isEqualTo(Duration.ofMinutes(15));
        assertThat(config.intake().rules()).isEqualTo(new CameraRules(Set.of()));
        assertThat(config.intake().schemas()).isNull();
        assertThat(config.topics().camera()).isEqualTo("camera");
    }

    /** Records of unknown arrival are counted in the minute 0, whenever they come. */
    @Test
    void theMinuteOfUnknownArrivalsStaysOpen() throws Exception {
        var minutes = CameraConfig.from(new Configuration(), REQUIRED)
                .intake()
                .timing()
                .arrivalMinutes();
        assertThat(minutes.finalRowAt(0)).isEqualTo(Long.MAX_VALUE);
        assertThat(minutes.finalRowAt(60_000)).isEqualTo(17 * 60_000 - 1);
    }

    @Test
    void aReplayIsOfWholeMinutes() {
        assertThatThrownBy(() -> from("--from", "2026-07-01T12:00:30Z", "--to", "2026-07-01T12:01:00Z"))
                .hasMessageContaining("whole multiples of 1 minutes");
    }

    @Test
    void picturesAreKeptOnlyWhereItIsSaidWhereAndOfWhichFrames() throws Exception {
        assertThat(from().keeping()).isEqualTo(FrameKeeping.NONE);
        assertThat(from("--frames.keep", "all", "--frames", "s3://city/frames/").keeping())
                .isEqualTo(new FrameKeeping("s3://city/frames", 1));
        assertThat(from("--frames.keep", "sample:10", "--frames", "s3://city/frames")
                        .keeping())
                .isEqualTo(new FrameKeeping("s3://city/frames", 10));
        assertThatThrownBy(() -> from("--frames.keep", "all")).hasMessage("option --frames is missing");
        assertThatThrownBy(() -> from("--frames.keep", "sample:0", "--frames", "s3://city/frames"))
                .hasMessageContaining("--frames.keep is 'sample:0'");
    }

    @Test
    void whatIsForbiddenIsRejectedOnlyWhereACanaryOfEachBucketTells() throws Exception {
        assertThat(from().pictures().canaries()).isEmpty();
        assertThat(from("--frames.buckets", "a;b").pictures().waiting()).isEqualTo(1_000);
        assertThat(from("--frames.buckets", "a;b", "--frames.denied", "reject", "--frames.canary", "s3://a/c;s3://b/d")
                        .pictures()
                        .fetching(null, 1)
                        .canaryByBucket())
                .containsOnly(Map.entry("a", "s3://a/c"), Map.entry("b", "s3://b/d"));
        assertThatThrownBy(() -> from("--frames.buckets", "a;b", "--frames.denied", "reject"))
                .hasMessageContaining("--frames.denied reject needs --frames.canary")
                .hasMessageEndingWith("missing for [a, b]");
        assertThatThrownBy(() ->
                        from("--frames.buckets", "a;b", "--frames.denied", "reject", "--frames.canary", "s3://b/d"))
                .hasMessageEndingWith("missing for [a]");
        assertThatThrownBy(() -> from("--frames.denied", "reject")).hasMessageContaining("needs --frames.canary");
        assertThatThrownBy(
                        () -> from("--frames.buckets", "a", "--frames.denied", "reject", "--frames.canary", "s3://b/d"))
                .hasMessage("option --frames.canary does not take 's3://b/d': bucket b is not in frames.buckets [a]");
        assertThatThrownBy(() -> from("--frames.denied", "drop")).hasMessageContaining("but must be wait or reject");
        assertThatThrownBy(() -> from("--frames.waiting", "0")).hasMessageContaining("at least 1");
    }

    @Test
    void aCanaryOfAFolderIsInIt() throws Exception {
        String[] reject = {"--frames.buckets", "a/in/", "--frames.denied", "reject", "--frames.canary"};
        assertThat(from(Stream.concat(Stream.of(reject), Stream.of("s3://a/in/c"))
                                .toArray(String[]::new))
                        .pictures()
                        .buckets())
                .containsOnly("a/in");
        assertThatThrownBy(() -> from(
                        Stream.concat(Stream.of(reject), Stream.of("s3://a/c")).toArray(String[]::new)))
                .hasMessageEndingWith("the folder of s3://a/c is not in frames.buckets [a/in]");
    }

    @ParameterizedTest
    @CsvSource({
        "carriageway, --lake, s3://carriageway/lake",
        "carriageway/lake/accident, --lake, s3://carriageway/lake",
        "state, execution.checkpointing.dir, s3://state/checkpoints",
        "state/savepoints, execution.checkpointing.savepoint-dir, s3a://state/savepoints/",
        "recovery, high-availability.storageDir, s3://recovery"
    })
    void framesReadNoBucketWithOtherDataOfTheJob(String bucket, String name, String folder) {
        var flink = Configuration.fromMap(Map.of(
                "execution.checkpointing.dir", "s3://state/checkpoints",
                "execution.checkpointing.savepoint-dir", "s3a://state/savepoints/",
                "high-availability.storageDir", "s3://recovery"));
        assertThatThrownBy(() -> CameraConfig.from(flink, with("--frames.buckets", "pictures;" + bucket)))
                .hasMessage(
                        "option --frames.buckets names '%s', where frames could read %s, which is %s: name another bucket, or a folder apart from it, such as %s/pictures",
                        bucket, name, folder, bucket.replaceFirst("/.*", ""));
        assertThatCode(() -> CameraConfig.from(flink, with("--frames.buckets", "pictures;state/in;carriageway/lakes")))
                .doesNotThrowAnyException();
    }

    @Test
    void aBucketIsNamedWithoutItsScheme() {
        assertThatThrownBy(() -> from("--frames.buckets", "s3://a"))
                .hasMessage(
                        "option --frames.buckets does not take 's3://a': name a bucket, or a folder as bucket/folder, without s3://");
    }

    @Test
    void aReplayKeepsPicturesOnlyWhereItWritesTheRowsThatSayWhere() throws Exception {
        assertThat(minute("--frames.keep", "all", "--frames", "s3://city/frames")
                        .keeping())
                .isEqualTo(FrameKeeping.NONE);
        assertThat(minute("--frames.keep", "all", "--frames", "s3://city/frames", "--publish", "s3://other/lake")
                        .keeping())
                .isEqualTo(new FrameKeeping("s3://city/frames", 1));
    }

    @Test
    void onlyWhatTheLakeKeptMustHaveTheBytesThatItHad() throws Exception {
        assertThat(from().pictureStore()).isInstanceOf(BucketPictures.class);
        assertThat(minute("--redetect", "true").pictureStore()).isInstanceOf(BucketPictures.class);
        assertThat(minute("--redetect", "true", "--input", "lake").pictureStore())
                .isInstanceOf(NamedByContent.class);
    }

    @Test
    void lateFramesCountOnlyWhereAModelLooksAtThem() throws Exception {
        assertThatThrownBy(() -> minute("--input", "lake", "--include-late", "true"))
                .hasMessage("option --include-late needs --redetect true: late frames have no detections yet");
        assertThat(minute("--input", "lake", "--include-late", "true", "--redetect", "true")
                        .resources()
                        .replay()
                        .revises())
                .isTrue();
        assertThatThrownBy(() -> from("--redetect", "true")).hasMessageContaining("--redetect needs --from and --to");
    }

    @Test
    void framesAreLeftOutOfAnotherLookOnlyApartFromTheLiveJobsRows() throws Exception {
        assertThatThrownBy(() -> minute("--redetect", "true", "--allow-gaps", "true"))
                .hasMessageContaining("together need --mysql.schema");
        assertThatThrownBy(() -> minute(gapsIn("carriageway")))
                .as("the database of the live job by its name")
                .hasMessageContaining("together need --mysql.schema");
        assertThatThrownBy(() -> minute(gapsIn("whatif", "--publish", "s3://carriageway/lake")))
                .hasMessageContaining("--publish must not be --lake");
        assertThat(minute(gapsIn("whatif", "--publish", "s3://other/lake"))
                        .resources()
                        .publishesApart())
                .isTrue();
        assertThat(minute("--allow-gaps", "true").resources().mysql().isApart())
                .as("stored detections are counted as they are")
                .isFalse();
    }

    @Test
    void theLakeOfTheLiveJobIsTheSameHoweverItsFilesAreWrittenAndItsNameEnds() throws Exception {
        for (var same : List.of("s3://carriageway/lake", "s3://carriageway/lake/")) {
            assertThat(minute("--redetect", "true", "--publish", same, "--lake.compact-checkpoints", "6")
                            .resources()
                            .publishesApart())
                    .isFalse();
            assertThatThrownBy(() -> minute("--publish", same)).hasMessageContaining("--publish must not be --lake");
        }
    }

    private static String[] gapsIn(String schema, String... more) {
        var gaps = Stream.of("--redetect", "true", "--allow-gaps", "true", "--mysql.schema", schema);
        return Stream.concat(gaps, Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void aScheduleOfModelsIsOneOptionAndTheirCardsAreReadAtOnce(@TempDir Path folder) throws Exception {
        var second = folder.resolve("second.onnx");
        Files.writeString(second, "weights");
        try (var card = getClass().getResourceAsStream("/models/city-nano.json")) {
            var text = new String(card.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(folder.resolve("second.json"), text.replace("city-nano", "second"));
        }
        var detection = from("--model", EMBEDDED + ";2026-03-02T07:30:00Z=" + second.toUri())
                .inference();
        assertThat(detection.detectors().stages())
                .extracting(stage -> stage.model().modelId().split("@", 2)[0])
                .containsExactly("city-nano", "second");

        Files.delete(second);
        assertThatThrownBy(detection::detectors)
                .as("a client's file is read before the job is submitted")
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("second.onnx");
        Files.delete(folder.resolve("second.json"));
        assertThatThrownBy(detection::detectors)
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("second.json");
    }

    @Test
    void aChangeWithinAMinuteIsRefused() {
        assertThatThrownBy(() -> from("--model", EMBEDDED + ";2026-03-02T07:30:12Z=s3://models/next.onnx"))
                .hasMessageContaining("--model")
                .hasMessageContaining("2026-03-02T07:30:00Z");
    }

    @Test
    void memoryForPicturesIsEnoughForOne() throws Exception {
        assertThat(from("--picture.memory", "128 mb").inference().detectors().stages())
                .hasSize(1);
        assertThatThrownBy(() -> from("--picture.memory", "127 mb"))
                .hasMessageContaining("option --picture.memory must be at least 128 mb")
                .hasMessageContaining("127 mb");
        assertThatThrownBy(() -> from("--picture.max-bytes", "4 gb"))
                .hasMessageContaining("option --picture.max-bytes must be from 1 byte to 128 mb");
        assertThatThrownBy(() -> from("--picture.max-megapixels", "0"))
                .hasMessageContaining("option --picture.max-megapixels must be at least 1");
    }

    /** Values that would otherwise fail only in the running job, again after each restart. */
    @Test
    void whatNoTaskCanRunWithIsRefusedBeforeTheJobIsSubmitted() {
        assertThatThrownBy(() -> from("--inference.workers", "0"))
                .hasMessage("option --inference.workers must be at least 1, but is 0");
        assertThatThrownBy(() -> from("--inference.attempts", "-3"))
                .hasMessage("option --inference.attempts must be at least 1, but is -3");
        assertThatThrownBy(() -> from("--inference.timeout", "0 s"))
                .hasMessageContaining("option --inference.timeout must be at least 1 ms");
        assertThatThrownBy(() -> from("--partition.idle-after", "0 s"))
                .hasMessageContaining("option --partition.idle-after must be longer than 0 s");
    }

    private static String[] with(String... more) {
        return Stream.concat(Stream.of(REQUIRED), Stream.of(more)).toArray(String[]::new);
    }

    private static CameraConfig from(String... more) throws IOException {
        return CameraConfig.from(new Configuration(), with(more));
    }

    private static CameraConfig minute(String... more) throws IOException {
        var range = Stream.of("--from", "2026-07-01T12:00:00Z", "--to", "2026-07-01T12:01:00Z");
        return from(Stream.concat(range, Stream.of(more)).toArray(String[]::new));
    }
}
