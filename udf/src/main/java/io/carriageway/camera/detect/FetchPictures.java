package io.carriageway.camera.detect;

import io.carriageway.camera.detect.WaitingFrames.Waiting;
import io.carriageway.camera.picture.FetchConfig;
import io.carriageway.camera.picture.PictureAnswer.NotFound;
import io.carriageway.camera.picture.PictureAnswer.Verdict;
import io.carriageway.camera.picture.PictureFetcher;
import io.carriageway.event.CameraFrame;
import io.carriageway.intake.IntakeOutputs;
import io.carriageway.intake.ReceivedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamElement;
import org.apache.flink.streaming.runtime.streamrecord.StreamElementSerializer;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.function.RunnableWithException;

/**
 * Fetches the pictures of frames that have only an address; frames with a picture pass at once. A frame that waits for
 * its picture holds back the watermark but no other frame. Flink's own asynchronous operator would hold back both,
 * because there nothing overtakes a watermark. A definite answer of the store decides the frame's verdict. Every frame
 * that is emitted has its picture.
 */
public final class FetchPictures extends AbstractStreamOperator<ReceivedEvent<CameraFrame>>
        implements OneInputStreamOperator<ReceivedEvent<CameraFrame>, ReceivedEvent<CameraFrame>>, BoundedOneInput {

    private final FetchConfig config;
    private final int threads;
    private final IntakeOutputs<CameraFrame> aside;

    private transient MailboxExecutor mailbox;
    private transient PictureFetcher fetcher;
    private transient WaitingFrames waiting;
    private transient PictureVerdicts verdicts;
    private transient ListState<StreamElement> checkpointed;
    private transient boolean inputIsIdle;
    private transient boolean outputIsIdle;

    /**
     * @param threads number of threads for first attempts, and again for later attempts: the most pictures in memory
     */
    public FetchPictures(FetchConfig config, int threads, IntakeOutputs<CameraFrame> aside) {
        this.config = config;
        this.threads = threads;
        this.aside = aside;
    }

    @Override
    public void setMailboxExecutor(MailboxExecutor executor) {
        super.setMailboxExecutor(executor);
        mailbox = executor;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        var frames = getOperatorConfig().<ReceivedEvent<CameraFrame>>getTypeSerializerIn1(getUserCodeClassloader());
        checkpointed = context.getOperatorStateStore()
                .getListState(new ListStateDescriptor<>("waiting", new StreamElementSerializer<>(frames)));
    }

    @Override
    public void open() throws Exception {
        super.open();
        waiting = new WaitingFrames();
        verdicts = new PictureVerdicts(output, aside);
        fetcher = PictureFetcher.open(config, threads, getRuntimeContext().getTaskManagerRuntimeInfo());
        getMetricGroup().gauge("picturesWaiting", fetcher.waits()::count);
        getMetricGroup().gauge("oldestPictureWaitSeconds", fetcher.waits()::oldestSeconds);
        if (getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0) {
            fetcher.lookAtRights();
        }
        var restored = new ArrayList<StreamElement>();
        checkpointed.get().forEach(restored::add);
        restored.forEach(element -> fetch(element.asRecord()));
    }

    @Override
    public void processElement(StreamRecord<ReceivedEvent<CameraFrame>> record) throws Exception {
        var frame = record.getValue().event();
        if (frame.getImage() != null) {
            output.collect(record);
            return;
        }
        if (frame.getImageUri() == null) {
            verdicts.give(record, new NotFound()); // a frame from the lake whose picture was not kept
            return;
        }
        while (waiting.size() >= config.waiting() || !waiting.hasRoomFor(record)) {
            mailbox.yield();
        }
        fetch(record.copy(record.getValue()));
        tellWhetherIdle();
    }

    private void fetch(StreamRecord<ReceivedEvent<CameraFrame>> record) {
        var frame = waiting.add(record);
        fetcher.fetch(record.getValue(), (verdict, failure) -> handOver(() -> leave(frame, verdict, failure)));
    }

    /** Blocks the fetching thread until the task has taken the picture, which bounds the number in memory. */
    private void handOver(RunnableWithException taking) {
        var taken = new CountDownLatch(1);
        try {
            mailbox.execute(
                    () -> {
                        taking.run();
                        taken.countDown();
                    },
                    "picture of a frame");
            taken.await();
        } catch (RejectedExecutionException closed) {
            // the frame is in the state of the last checkpoint
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs in the task's thread. */
    private void leave(Waiting frame, Verdict verdict, Throwable failure) throws Exception {
        if (failure != null) {
            throw new IllegalStateException("A picture cannot be fetched", failure);
        }
        verdicts.give(frame.record(), verdict);
        long watermark = waiting.remove(frame);
        if (watermark != WaitingFrames.NONE) {
            super.processWatermark(new Watermark(watermark));
        }
        tellWhetherIdle();
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        if (waiting.isEmpty()) {
            super.processWatermark(mark);
        } else {
            waiting.hold(mark.getTimestamp());
        }
    }

    /** Stays active while a frame waits, because an idle subtask does not hold back the watermark. */
    @Override
    public void processWatermarkStatus(WatermarkStatus status) throws Exception {
        inputIsIdle = status.isIdle();
        tellWhetherIdle();
    }

    private void tellWhetherIdle() throws Exception {
        boolean idle = inputIsIdle && waiting.isEmpty();
        if (idle != outputIsIdle) {
            outputIsIdle = idle;
            super.processWatermarkStatus(idle ? WatermarkStatus.IDLE : WatermarkStatus.ACTIVE);
        }
    }

    /** Waits until every frame has its verdict: no more frames come. */
    @Override
    public void endInput() throws Exception {
        while (!waiting.isEmpty()) {
            mailbox.yield();
        }
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        checkpointed.update(List.copyOf(waiting.records()));
    }

    @Override
    public void close() throws Exception {
        if (fetcher != null) {
            fetcher.close();
        }
        super.close();
    }
}
