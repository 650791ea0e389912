package io.carriageway.camera.detect;

import io.carriageway.camera.FrameRows;
import io.carriageway.camera.picture.FramePictures;
import io.carriageway.camera.picture.PictureAnswer.Found;
import io.carriageway.camera.picture.PictureAnswer.NotFound;
import io.carriageway.camera.picture.PictureAnswer.Verdict;
import io.carriageway.camera.picture.PictureFetcher;
import io.carriageway.camera.picture.PictureKeeper;
import io.carriageway.camera.picture.PictureRejection;
import io.carriageway.event.CameraFrame;
import io.carriageway.event.Detection;
import io.carriageway.event.FrameDetections;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.intake.Rejected;
import io.carriageway.intake.Rejection;
import io.carriageway.vision.PictureDetections;
import io.carriageway.vision.inference.InferencePools;
import io.carriageway.vision.inference.InferenceResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.runtime.taskmanager.TaskManagerRuntimeInfo;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.apache.flink.streaming.api.operators.StreamingRuntimeContext;

/**
 * Looks at each frame's picture on the inference pool of the model that its captured_at calls for, without blocking the
 * task. What is wrong with a picture, or with the numbers of a model's answer to it, is a rejection; what is wrong with
 * the machine fails the job, so that no frame gets a verdict that a replay would not give.
 */
public final class DetectVehicles extends RichAsyncFunction<ReceivedEvent<CameraFrame>, InspectedFrame>
        implements CheckpointedFunction {

    private final DetectionConfig config;
    private final FramePictures pictures;
    private final Duration settledAfter;

    private transient InferencePools pools;
    private transient TaskManagerRuntimeInfo process;
    private transient PictureFetcher fetcher;
    private transient PictureKeeper keeper;
    private transient ModelGuard guard;
    private transient ListState<ModelMemory> checkpointed;

    /** Takes how far before the newest arrival a minute lies that can get no more frames. */
    public DetectVehicles(DetectionConfig config, FramePictures pictures, Duration settledAfter) {
        this.config = config;
        this.pictures = pictures;
        this.settledAfter = settledAfter;
    }

    @Override
    public void setRuntimeContext(RuntimeContext context) {
        super.setRuntimeContext(context);
        process = ((StreamingRuntimeContext) context).getTaskManagerRuntimeInfo();
    }

    /** A frame may come to any subtask after a restore, so each must know of the minutes of all (a union list). */
    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        checkpointed = context.getOperatorStateStore()
                .getUnionListState(new ListStateDescriptor<>("models", TypeInformation.of(ModelMemory.class)));
        guard = new ModelGuard(config.detectors(), settledAfter);
        guard.restore(checkpointed.get());
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        checkpointed.update(List.of(guard.memory()));
    }

    @Override
    public void open(OpenContext context) throws Exception {
        pools = new InferencePools(
                config.detectors(), config.workers(), config.timeout().toMillis(), config.attempts());
        keeper = new PictureKeeper(pictures, config.capacity());
        getRuntimeContext().getMetricGroup().gauge("abandonedLanes", pools::abandonedWorkers);
    }

    @Override
    public void close() {
        if (fetcher != null) {
            fetcher.close();
        }
        if (keeper != null) {
            keeper.close();
        }
        if (pools != null) {
            pools.close();
        }
    }

    @Override
    public void asyncInvoke(ReceivedEvent<CameraFrame> frame, ResultFuture<InspectedFrame> result) {
        long capturedAtMillis = frame.event().getCapturedAt().toEpochMilli();
        guard.saw(frame.origin().timeMillis(), capturedAtMillis);
        var modelId = config.detectors().at(capturedAtMillis).modelId();
        var unused = pictureOf(frame)
                .thenCompose(picture -> picture instanceof Found found
                        ? look(found.picture(), modelId)
                                .thenCompose(seen -> inspected(frame, found.picture(), seen, modelId))
                        : CompletableFuture.completedFuture(
                                rejected(frame, PictureRejection.of(frame.event(), picture))))
                .whenComplete((inspected, failure) -> {
                    if (failure == null) {
                        result.complete(List.of(inspected));
                    } else {
                        result.completeExceptionally(failure);
                    }
                });
    }

    /** The picture that came inside the record, or was fetched before. */
    private CompletableFuture<Verdict> pictureOf(ReceivedEvent<CameraFrame> frame) {
        var image = frame.event().getImage();
        if (image == null && frame.event().getImageUri() != null) {
            return fetched(frame);
        }
        return CompletableFuture.completedFuture(image == null ? new NotFound() : new Found(FrameRows.bytesOf(image)));
    }

    /** For frames of a savepoint of an older version, in which this step fetched pictures too. */
    private CompletableFuture<Verdict> fetched(ReceivedEvent<CameraFrame> frame) {
        if (fetcher == null) {
            fetcher = PictureFetcher.open(pictures.fetching(), config.maxPictureBytes(), config.workers(), process);
        }
        var picture = new CompletableFuture<Verdict>();
        fetcher.fetch(frame, (verdict, failure) -> {
            if (failure == null) {
                picture.complete(verdict);
            } else {
                picture.completeExceptionally(failure);
            }
        });
        return picture;
    }

    /** Waits while the pool's queue is full: the task, or the fetcher, then stands still, which is backpressure. */
    private CompletableFuture<InferenceResult> look(byte[] picture, String modelId) {
        try {
            return pools.submit(modelId, picture);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletableFuture<InspectedFrame> inspected(
            ReceivedEvent<CameraFrame> frame, byte[] picture, InferenceResult result, String modelId) {
        if (result instanceof InferenceResult.Seen seen) {
            var detections = detections(frame, seen.detections(), modelId);
            return keeper.keep(FrameRows.accepted(frame, picture), picture)
                    .thenApply(row -> InspectedFrame.accepted(frame.origin(), row, detections));
        }
        return CompletableFuture.completedFuture(refused(frame, result));
    }

    private InspectedFrame refused(ReceivedEvent<CameraFrame> frame, InferenceResult result) {
        if (result instanceof InferenceResult.Unreadable unreadable) {
            return rejected(frame, new Rejection(unreadable.fault().text(), unreadable.detail()));
        }
        if (result instanceof InferenceResult.InvalidAnswer invalid) {
            return rejected(frame, new Rejection("model-answer-invalid", invalid.detail()));
        }
        var detail = "detection took longer than %s on each of %d fresh workers"
                .formatted(config.timeout(), ((InferenceResult.Poison) result).attempts());
        return rejected(frame, new Rejection("inference-hangs", detail));
    }

    private static FrameDetections detections(
            ReceivedEvent<CameraFrame> frame, PictureDetections seen, String modelId) {
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
                frame.origin().partition(),
                frame.origin().offset(),
                Instant.ofEpochMilli(frame.origin().timeMillis()),
                modelId,
                seen.width(),
                seen.height(),
                boxes);
    }

    private static InspectedFrame rejected(ReceivedEvent<CameraFrame> frame, Rejection why) {
        return InspectedFrame.rejected(new Rejected(frame.origin(), why, frame.value()));
    }
}
