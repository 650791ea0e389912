package io.carriageway.camera;

import io.carriageway.event.CameraFrame;
import io.carriageway.event.Detection;
import io.carriageway.event.FrameDetections;
import io.carriageway.intake.Arrived;
import io.carriageway.intake.Rejected;
import io.carriageway.intake.Rejection;
import io.carriageway.vision.DetectionLanes;
import io.carriageway.vision.LaneResult;
import io.carriageway.vision.PictureDetections;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;

/**
 * Looks at each frame's picture on the detection lanes, without blocking the task. What is wrong with a picture is a
 * rejection; what is wrong with the machine fails the job, so that no frame gets a verdict that a replay would not
 * give.
 */
public final class DetectVehicles extends RichAsyncFunction<Arrived<CameraFrame>, InspectedFrame> {

    private final DetectionSettings settings;
    private final PictureStore store;

    private transient DetectionLanes lanes;
    private transient PictureFetcher fetcher;
    private transient String modelId;

    public DetectVehicles(DetectionSettings settings, PictureStore store) {
        this.settings = settings;
        this.store = store;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        modelId = settings.detectors().modelId();
        lanes = new DetectionLanes(
                settings.detectors(), settings.lanes(), settings.timeout().toMillis(), settings.attempts());
        fetcher = new PictureFetcher(store, settings.lanes(), settings.maxPictureBytes());
        getRuntimeContext().getMetricGroup().gauge("abandonedLanes", lanes::abandonedLanes);
    }

    @Override
    public void close() {
        if (fetcher != null) {
            fetcher.close();
        }
        if (lanes != null) {
            lanes.close();
        }
    }

    @Override
    public void asyncInvoke(Arrived<CameraFrame> frame, ResultFuture<InspectedFrame> result) {
        var unused = pictureOf(frame.event())
                .thenCompose(picture -> picture == null
                        ? CompletableFuture.completedFuture(notFound(frame))
                        : look(picture).thenApply(seen -> inspected(frame, picture, seen)))
                .whenComplete((inspected, failure) -> {
                    if (failure == null) {
                        result.complete(List.of(inspected));
                    } else {
                        result.completeExceptionally(failure);
                    }
                });
    }

    /** The picture's bytes; null when the store says that it does not exist. */
    private CompletableFuture<byte[]> pictureOf(CameraFrame frame) {
        return frame.getImage() == null
                ? fetcher.fetch(frame.getImageUri())
                : CompletableFuture.completedFuture(FrameRows.bytesOf(frame.getImage()));
    }

    /** Waits while the lanes' queue is full: the task, or the fetcher, then stands still, which is backpressure. */
    private CompletableFuture<LaneResult> look(byte[] picture) {
        try {
            return lanes.submit(picture);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CompletableFuture.failedFuture(e);
        }
    }

    private InspectedFrame inspected(Arrived<CameraFrame> frame, byte[] picture, LaneResult result) {
        if (result instanceof LaneResult.Unreadable unreadable) {
            return rejected(frame, unreadable.fault().text(), unreadable.detail());
        }
        if (result instanceof LaneResult.Poison poison) {
            return rejected(
                    frame,
                    "inference-hangs",
                    "detection took longer than %s on each of %d fresh lanes"
                            .formatted(settings.timeout(), poison.attempts()));
        }
        var seen = ((LaneResult.Seen) result).detections();
        return InspectedFrame.accepted(frame.arrival(), FrameRows.accepted(frame, picture), detections(frame, seen));
    }

    private FrameDetections detections(Arrived<CameraFrame> frame, PictureDetections seen) {
        var event = frame.event();
        var boxes = seen.vehicles().stream()
                .map(v -> new Detection(v.label().text(), v.confidence(), v.xMin(), v.yMin(), v.xMax(), v.yMax()))
                .toList();
        return new FrameDetections(
                event.getFrameId(),
                event.getCameraId(),
                event.getCapturedAt(),
                event.getLatitude(),
                event.getLongitude(),
                frame.arrival().partition(),
                frame.arrival().offset(),
                Instant.ofEpochMilli(frame.arrival().timeMillis()),
                modelId,
                seen.width(),
                seen.height(),
                boxes);
    }

    private static InspectedFrame notFound(Arrived<CameraFrame> frame) {
        return rejected(
                frame, "picture-not-found", "no object at " + frame.event().getImageUri());
    }

    private static InspectedFrame rejected(Arrived<CameraFrame> frame, String reason, String detail) {
        return InspectedFrame.rejected(new Rejected(frame.arrival(), new Rejection(reason, detail), frame.value()));
    }
}
