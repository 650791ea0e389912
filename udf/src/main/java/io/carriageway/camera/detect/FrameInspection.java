package io.carriageway.camera.detect;

import io.carriageway.camera.FrameRows;
import io.carriageway.camera.picture.FramePictures;
import io.carriageway.camera.picture.PictureKeeper;
import io.carriageway.event.CameraFrame;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.intake.Rejected;
import io.carriageway.vision.inference.InferencePools;
import io.carriageway.vision.inference.InferenceResult;
import io.carriageway.vision.inference.InferenceResult.Refused;
import io.carriageway.vision.inference.InferenceResult.Seen;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Inspects one frame: runs the model on its picture, keeps the picture, and creates a row with detections, or a
 * rejection.
 */
final class FrameInspection implements AutoCloseable {

    private final InferencePools pools;
    private final PictureKeeper keeper;
    private final Duration timeout;

    FrameInspection(InferencePools pools, PictureKeeper keeper, Duration timeout) {
        this.pools = pools;
        this.keeper = keeper;
        this.timeout = timeout;
    }

    /** Opens the workers of every model, so that an unusable model fails here. */
    static FrameInspection open(DetectionConfig config, FramePictures pictures) throws IOException {
        var timeout = config.timeout();
        var pools = new InferencePools(config.detectors(), config.workers(), timeout.toMillis(), config.attempts());
        return new FrameInspection(pools, new PictureKeeper(pictures, config.capacity()), timeout);
    }

    /** Blocks while the pool's queue is full, which is backpressure. */
    CompletableFuture<InspectedFrame> inspect(ReceivedEvent<CameraFrame> frame, String modelId) {
        var picture = FrameRows.bytesOf(frame.event().getImage());
        return infer(picture, modelId)
                .thenCompose(result -> result instanceof Seen seen
                        ? accepted(frame, picture, seen, modelId)
                        : CompletableFuture.completedFuture(refused(frame, (Refused) result)));
    }

    private CompletableFuture<InferenceResult> infer(byte[] picture, String modelId) {
        try {
            return pools.submit(modelId, picture);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletableFuture<InspectedFrame> accepted(
            ReceivedEvent<CameraFrame> frame, byte[] picture, Seen seen, String modelId) {
        var detections = DetectionRecords.of(frame, seen.detections(), modelId);
        return keeper.keep(FrameRows.accepted(frame, picture), picture)
                .thenApply(row -> InspectedFrame.accepted(frame.origin(), row, detections));
    }

    private InspectedFrame refused(ReceivedEvent<CameraFrame> frame, Refused result) {
        var why = InferenceRejection.of(result, timeout);
        return InspectedFrame.rejected(new Rejected(frame.origin(), why, frame.value()));
    }

    /** Number of workers abandoned since the start because they exceeded the time limit. */
    int abandonedWorkers() {
        return pools.abandonedWorkers();
    }

    @Override
    public void close() {
        keeper.close();
        pools.close();
    }
}
