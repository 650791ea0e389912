package io.carriageway.verify.camera;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.city.City;
import io.carriageway.city.CityConfig;
import io.carriageway.event.CameraFrame;
import io.carriageway.event.DeadLetter;
import io.carriageway.sandbox.Eventually;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.schemas.SingleObjectCodec;
import io.carriageway.verify.topic.TopicRun;
import io.carriageway.vision.model.ModelSource;
import io.carriageway.vision.onnx.OnnxDetectorFactory;
import io.carriageway.vision.picture.PictureConfig;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.fs.FileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests every kind of bad frame between good ones: each is rejected once, for its own reason. */
@ExtendWith(SandboxExtension.class)
class BadFramesIT {

    private static final String SECRET = "licence-plate-B-CW-2026";
    private static final City CITY = City.of(CityConfig.defaults().withCameras(1));

    private final SingleObjectCodec<CameraFrame> codec = new SingleObjectCodec<>(CameraFrame.class);
    private TopicRun run;
    /** A lossless picture of one pixel. */
    private static final String WEBP = "UklGRh4AAABXRUJQVlA4TBEAAAAvAAAAAAdQsiJXpv+BiOh/AAA=";

    private long next;

    @Test
    void eachIsRejectedForItsOwnReasonWhileGoodFramesGoOn(Sandbox sandbox) throws Exception {
        run = new TopicRun(sandbox, Camera.TOPIC, "bad_frames", 1)
                .with("frames.buckets", "carriageway/bad_frames/pictures")
                .with("inference.timeout", "5 s")
                .with("inference.attempts", "2");
        put(sandbox, "bad_frames/pictures/good.jpg", picture());
        put(sandbox, "bad_frames/pictures/a b%00+é#?.jpg", picture());
        var poison = picture();

        send(good());
        sendValue(null);
        sendValue(new byte[0]);
        sendValue("{\"frame_id\":\"f\"}".getBytes(StandardCharsets.UTF_8));
        var encoded = codec.encode(good());
        sendValue(Arrays.copyOf(encoded, encoded.length - 1));
        send(withPicture(new byte[0]));
        send(withPicture(Pictures.html(SECRET)));
        send(withPicture(Pictures.truncated(picture())));
        send(withPicture(Pictures.announcing(picture(), 65_500, 65_500)));
        send(withPicture("GIF89a".getBytes(StandardCharsets.US_ASCII)));
        send(withPicture(Base64.getDecoder().decode(WEBP)));
        send(good());
        send(withSource(null, null));
        send(withSource(ByteBuffer.wrap(picture()), "s3://carriageway/bad_frames/pictures/good.jpg"));
        send(withSource(null, "s3://somewhere-else/good.jpg"));
        send(withSource(null, "s3://carriageway/bad_frames/pictures/none.jpg"));
        send(withSource(null, "s3://carriageway/bad_frames/pictures/good.jpg"));
        send(withSource(null, "s3://carriageway/bad_frames/pictures/a b%00+é#?.jpg"));
        send(withSource(null, "s3://carriageway/bad_frames/pictures/%00"));
        send(withSource(null, "s3://carriageway/../x"));
        var astray = good();
        astray.setLatitude(91);
        send(astray);
        var future = good();
        future.setCapturedAt(Instant.parse("2100-01-01T00:00:00Z"));
        Camera.send(run, future, good().getCapturedAt().toEpochMilli());
        run.sendBytes("another-camera", codec.encode(good()), arrival(good()));
        send(withPicture(poison));
        var copied = good();
        send(copied);
        send(copied);
        var late = good();
        Camera.send(run, late, late.getCapturedAt().toEpochMilli() + 600_001);
        send(good());

        var detectors = new HangingDetectors(
                OnnxDetectorFactory.of(ModelSource.at("classpath:models/city-nano.onnx"), PictureConfig.DEFAULT),
                poison);
        var job = run.start(1, Camera.seenBy(detectors));
        Eventually.holds(
                "seven good frames and nineteen bad ones have their verdict",
                () -> Camera.detections(run).size() == 7 && run.deadLetters().size() == 19);
        run.drain(job);

        assertThat(reasons())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("empty-value", 2L),
                        Map.entry("field-missing", 1L),
                        Map.entry("corrupt", 1L),
                        Map.entry("picture-empty", 1L),
                        Map.entry("picture-not-an-image", 1L),
                        Map.entry("picture-not-supported", 1L),
                        Map.entry("picture-truncated", 1L),
                        Map.entry("picture-too-large", 1L),
                        Map.entry("picture-missing", 1L),
                        Map.entry("picture-ambiguous", 1L),
                        Map.entry("bucket-not-allowed", 1L),
                        Map.entry("picture-not-found", 2L),
                        Map.entry("uri-invalid", 1L),
                        Map.entry("latitude-out-of-range", 1L),
                        Map.entry("future", 1L),
                        Map.entry("key-mismatch", 1L),
                        Map.entry("inference-hangs", 1L)));

        assertThat(run.query("SELECT SUM(received), SUM(accepted), SUM(duplicate), SUM(late), SUM(rejected)"
                        + " FROM event_ledger_1m"))
                .containsExactly(List.of("28", "7", "1", "1", "19"));
        assertThat(run.number("SELECT SUM(frames) FROM camera_traffic_1m")).isEqualTo(7);
        noPictureLeaks();
    }

    private Map<String, Long> reasons() {
        return run.deadLetters().stream().collect(toMap(DeadLetter::getReason, letter -> 1L, Long::sum));
    }

    private void noPictureLeaks() throws Exception {
        assertThat(run.deadLetters()).allSatisfy(letter -> {
            assertThat(letter.getPayload()).isNull();
            assertThat(letter.toString()).doesNotContain(SECRET);
        });
        assertThat(run.deadLetters())
                .filteredOn(letter -> !letter.getReason().equals("empty-value"))
                .allSatisfy(letter -> {
                    assertThat(letter.getPayloadSha256()).hasSize(64);
                    assertThat(letter.getPayloadLength()).isPositive();
                });
        var log = Path.of(System.getProperty("log.file"));
        assertThat(Files.readString(log)).doesNotContain(SECRET);
    }

    private CameraFrame good() {
        return CITY.frame(next++).frame();
    }

    private byte[] picture() {
        return good().getImage().array();
    }

    private CameraFrame withPicture(byte[] picture) {
        return withSource(ByteBuffer.wrap(picture), null);
    }

    private CameraFrame withSource(ByteBuffer picture, String uri) {
        var frame = good();
        frame.setImage(picture);
        frame.setImageUri(uri);
        return frame;
    }

    private void send(CameraFrame frame) {
        Camera.send(run, frame, arrival(frame));
    }

    private void sendValue(byte[] value) {
        var frame = good();
        run.sendBytes(frame.getCameraId(), value, arrival(frame));
    }

    private static long arrival(CameraFrame frame) {
        return frame.getCapturedAt().toEpochMilli() + 500;
    }

    private static void put(Sandbox sandbox, String key, byte[] bytes) throws Exception {
        var path = new org.apache.flink.core.fs.Path(sandbox.s3().uri(key));
        try (var out = FileSystem.get(path.toUri()).create(path, FileSystem.WriteMode.OVERWRITE)) {
            out.write(bytes);
        }
    }
}
