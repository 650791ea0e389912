package io.carriageway.camera.detect;

import io.carriageway.camera.picture.FramePictures;
import io.carriageway.event.CameraFrame;
import io.carriageway.intake.ReceivedEvent;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;

/**
 * Inspects each frame with the model for its captured_at, asynchronously. The frame has its picture. A fault of the
 * picture, or of the numbers in the model's answer, is a rejection. A fault of the machine fails the job, so that no
 * frame gets a verdict that a replay would not give.
 */
public final class DetectVehicles extends RichAsyncFunction<ReceivedEvent<CameraFrame>, InspectedFrame>
        implements CheckpointedFunction {

    private final DetectionConfig config;
    private final FramePictures pictures;
    private final Duration settledAfter;

    private transient ModelGuard guard;
    private transient FrameInspection inspection;
    private transient ListState<ModelMemory> checkpointed;

    /** @param settledAfter how far before the newest arrival a minute must lie to get no more frames */
    public DetectVehicles(DetectionConfig config, FramePictures pictures, Duration settledAfter) {
        this.config = config;
        this.pictures = pictures;
        this.settledAfter = settledAfter;
    }

    /**
     * Restores the memory of all subtasks in every subtask (a union list), because a restore may send a camera's frames
     * to any of them.
     */
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
        inspection = FrameInspection.open(config, pictures);
        getRuntimeContext().getMetricGroup().gauge("abandonedWorkers", inspection::abandonedWorkers);
    }

    @Override
    public void asyncInvoke(ReceivedEvent<CameraFrame> frame, ResultFuture<InspectedFrame> result) {
        long capturedAtMillis = frame.event().getCapturedAt().toEpochMilli();
        guard.saw(frame.origin().timeMillis(), capturedAtMillis);
        var modelId = config.detectors().at(capturedAtMillis).modelId();
        var unused = inspection.inspect(frame, modelId).whenComplete((inspected, failure) -> {
            if (failure == null) {
                result.complete(List.of(inspected));
            } else {
                result.completeExceptionally(failure);
            }
        });
    }

    @Override
    public void close() {
        if (inspection != null) {
            inspection.close();
        }
    }
}
