package io.carriageway.jobs.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.camera.detect.DetectionConfig;
import io.carriageway.camera.picture.FetchConfig;
import io.carriageway.camera.picture.FrameKeeping;
import io.carriageway.camera.picture.FramePictures;
import io.carriageway.event.CameraFrame;
import io.carriageway.intake.RawRecord;
import io.carriageway.intake.RecordOrigin;
import io.carriageway.intake.Rejected;
import io.carriageway.jobs.PipelineRun;
import io.carriageway.jobs.PipelineRun.Output;
import io.carriageway.jobs.input.IntakeConfig;
import io.carriageway.jobs.input.IntakeStream;
import io.carriageway.jobs.io.files.BucketPictures;
import io.carriageway.jobs.io.lake.MockS3;
import io.carriageway.jobs.io.lake.MockS3.Refusal;
import io.carriageway.row.EventLedger1m;
import io.carriageway.schemas.SingleObjectCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs the whole pipeline with AWS's own client and a mock of S3, for answers that no server in this process gives.
 * Frame inline contains its picture, stored points to an existing one, and missing points to none.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class PicturesByReferencePipelineTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final IntakeConfig<CameraFrame> INTAKE = CameraTestConfig.intake("city");
    private static final DetectionConfig DETECTION = CameraTestConfig.DETECTION;
    private static final List<String> FRAMES = List.of("missing", "inline", "stored");
    private static final Map<String, String> WAIT = Map.of();
    private static final Map<String, String> REJECT = Map.of("city", "s3://city/canary");

    /** The frames with detections, in their order; a job in this process adds them. */
    private static final BlockingQueue<String> SEEN = new LinkedBlockingQueue<>();

    private final Output<Rejected> rejected = new Output<>();
    private final Output<EventLedger1m> ledger = new Output<>(EventLedger1m::getComplete);
    private MockS3 s3;

    @BeforeEach
    void start() throws Exception {
        SEEN.clear();
        s3 = new MockS3();
        s3.put("city/stored", new byte[] {1});
        s3.put("city/canary", new byte[0]);
    }

    @AfterEach
    void stop() {
        s3.close();
    }

    @Test
    void aMissingObjectIsNotFoundWhereTheRoleMayList() throws Exception {
        run(WAIT).join();
        assertThat(SEEN).containsExactlyInAnyOrder("inline", "stored");
        assertThat(PipelineRun.reasons(rejected)).containsExactly("picture-not-found");
        assertThat(PipelineRun.sumOf(ledger.sorted(Comparator.comparing(EventLedger1m::getMinute))))
                .containsExactly(3L, 2L, 0L, 0L, 1L);
    }

    @Test
    void aMissingObjectIsDeniedWhereTheRoleMayNotListAndACanaryTells() throws Exception {
        s3.withoutListBucket();
        run(REJECT).join();
        assertThat(SEEN).containsExactlyInAnyOrder("inline", "stored");
        assertThat(PipelineRun.reasons(rejected)).containsExactly("picture-denied");
        assertThat(PipelineRun.sumOf(ledger.sorted(Comparator.comparing(EventLedger1m::getMinute))))
                .containsExactly(3L, 2L, 0L, 0L, 1L);
        assertThat(s3.asked()).filteredOn("city/missing"::equals).hasSize(4);
    }

    @Test
    void withoutACanaryItWaitsWhileOtherFramesGoOn() throws Exception {
        s3.withoutListBucket();
        var job = run(WAIT);
        assertThat(List.of(SEEN.take(), SEEN.take())).containsExactlyInAnyOrder("inline", "stored");
        s3.awaitRequests("city/missing", 3);
        s3.put("city/missing", new byte[] {2});
        job.join();
        assertThat(SEEN).containsExactly("missing");
        assertThat(PipelineRun.reasons(rejected)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"403, AccessDenied", "404, NoSuchBucket", "400, ExpiredToken", "403, InvalidAccessKeyId"})
    void aRevokedRoleADeletedBucketAndAnExpiredTokenGiveNoVerdict(int status, String code) throws Exception {
        s3.refuse(Refusal.of(status, code));
        var job = run(REJECT);
        assertThat(SEEN.take()).isEqualTo("inline");
        s3.awaitRequests("city/missing", 3);
        s3.awaitRequests("city/stored", 3);
        assertThat(job).isNotDone();
        assertThat(SEEN).isEmpty();
        s3.refuse(null);
        job.join();
        assertThat(SEEN).containsExactly("stored");
        assertThat(PipelineRun.reasons(rejected)).containsExactly("picture-not-found");
    }

    /** Runs until its three frames are processed, with ten milliseconds instead of seconds between attempts. */
    private CompletableFuture<Void> run(Map<String, String> canaries) {
        var run = new PipelineRun(RuntimeExecutionMode.STREAMING);
        var records =
                FRAMES.stream().map(PicturesByReferencePipelineTest::frame).toList();
        CameraPipeline.attach(
                IntakeStream.attach(run.byArrival(records), INTAKE, TypeInformation.of(new TypeHint<>() {})),
                DETECTION,
                new FramePictures(fetching(canaries), FrameKeeping.NONE, null),
                Map.of(),
                new CameraOutputs(
                        detections -> seen(detections.map(frame -> frame.getFrameId())),
                        rejected,
                        frames -> {},
                        traffic -> {},
                        ledger));
        return CompletableFuture.runAsync(() -> {
            try {
                run.toItsEnd();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void seen(DataStream<String> frames) {
        frames.map(frame -> {
                    SEEN.add(frame);
                    return frame;
                })
                .sinkTo(new DiscardingSink<>());
    }

    private FetchConfig fetching(Map<String, String> canaries) {
        var settings = s3.flink().toMap();
        return new FetchConfig(
                flink -> new BucketPictures().open(Configuration.fromMap(settings)),
                1 << 20,
                Set.of("city"),
                canaries,
                10,
                Duration.ofMillis(10));
    }

    private static RawRecord frame(String name) {
        var inline = name.equals("inline");
        var event = new CameraFrame(
                name,
                "cam-1",
                START,
                52.5,
                13.4,
                inline ? ByteBuffer.wrap(new byte[] {1}) : null,
                inline ? null : "s3://city/" + name);
        return new RawRecord(
                new RecordOrigin("camera", 0, FRAMES.indexOf(name), START.toEpochMilli()),
                "cam-1".getBytes(StandardCharsets.UTF_8),
                new SingleObjectCodec<>(CameraFrame.class).encode(event));
    }
}
