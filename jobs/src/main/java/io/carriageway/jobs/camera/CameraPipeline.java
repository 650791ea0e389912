package io.carriageway.jobs.camera;

import io.carriageway.camera.CameraMetrics;
import io.carriageway.camera.CameraMinute;
import io.carriageway.camera.CountVehicles;
import io.carriageway.camera.FrameCount;
import io.carriageway.camera.detect.DetectVehicles;
import io.carriageway.camera.detect.DetectionConfig;
import io.carriageway.camera.detect.FetchPictures;
import io.carriageway.camera.detect.InspectedFrame;
import io.carriageway.camera.detect.KeepLateFrames;
import io.carriageway.camera.detect.RouteByVerdict;
import io.carriageway.camera.picture.FramePictures;
import io.carriageway.event.CameraFrame;
import io.carriageway.event.FrameDetections;
import io.carriageway.intake.IntakeOutputs;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.jobs.input.EventTimeConfig;
import io.carriageway.jobs.input.IntakeStream;
import io.carriageway.jobs.output.EventRows;
import io.carriageway.jobs.topology.Steps;
import io.carriageway.row.CameraFrameRow;
import io.carriageway.row.CameraTraffic1m;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/**
 * Counts vehicles in camera frames.
 *
 * <pre>
 * records -> intake -> fetch -> detect (async) -> verdict -+-> detections -> count -> per camera and minute -> traffic -> alerts
 *              |         |                          |      +-> frames
 *              |         +- rejected, ledger        +- rejected, ledger
 *              +- late -> frames
 *              +- rejected, ledger -----------------------------> per minute of arrival -> ledger
 * </pre>
 */
final class CameraPipeline {

    static final Duration WINDOW = Duration.ofMinutes(1);

    private static final OutputTag<CameraFrameRow> ROWS =
            new OutputTag<>("rows", TypeInformation.of(CameraFrameRow.class));

    /** Least number of pictures that one subtask fetches at once. It fetches as many again for frames that wait. */
    private static final int FETCHING = 4;

    private CameraPipeline() {}

    static void attach(
            IntakeStream<CameraFrame> intake,
            DetectionConfig detection,
            FramePictures pictures,
            Map<String, String> carriagewayWktByCamera,
            CameraOutputs outputs) {
        var aside = intake.aside();
        var timing = intake.timing();
        var fetched = fetch(intake, detection, pictures);
        var verdicts = detect(fetched, aside, detection, pictures, timing);
        var traffic = perCameraAndMinute(Steps.of(verdicts), timing, carriagewayWktByCamera);
        var ledger = intake.ledger(verdicts).union(intake.ledgerOf(fetched, "pre-aggregate-fetch-ledger"));

        outputs.detections().accept(verdicts);
        outputs.rejected()
                .accept(intake.rejected()
                        .union(fetched.getSideOutput(aside.rejected()), verdicts.getSideOutput(aside.rejected())));
        outputs.frames().accept(new EventRows<>(verdicts.getSideOutput(ROWS), late(intake, pictures)));
        outputs.traffic().accept(traffic);
        outputs.alerting().attach(traffic, new CameraMetrics(), timing);
        outputs.ledger().accept(intake.perMinuteOfArrival(ledger));
    }

    /**
     * Counts stored detections again, without running a model.
     *
     * <pre>
     * accepted detections -> seen -> count -> per camera and minute -> traffic
     * </pre>
     */
    static void attachSeen(
            IntakeStream<FrameDetections> detections,
            Map<String, String> carriagewayWktByCamera,
            Consumer<DataStream<CameraTraffic1m>> traffic) {
        var seen = Steps.of(detections.passed()).map("detection-events", ReceivedEvent::event, FrameDetections.class);
        traffic.accept(perCameraAndMinute(seen, detections.timing(), carriagewayWktByCamera));
    }

    /** Chained to detection, because each exchange between tasks would copy the whole picture. */
    private static SingleOutputStreamOperator<ReceivedEvent<CameraFrame>> fetch(
            IntakeStream<CameraFrame> intake, DetectionConfig detection, FramePictures pictures) {
        int threads = Math.max(FETCHING, detection.capacity());
        return Steps.of(intake.passed())
                .operator("fetch", new FetchPictures(pictures.fetching(), threads, intake.aside()))
                .stream();
    }

    /** Unordered: a slow picture holds back only the watermark and idleness, and no later step depends on order. */
    private static SingleOutputStreamOperator<FrameDetections> detect(
            DataStream<ReceivedEvent<CameraFrame>> frames,
            IntakeOutputs<CameraFrame> aside,
            DetectionConfig detection,
            FramePictures pictures,
            EventTimeConfig timing) {
        var detect = new DetectVehicles(detection, pictures, timing.settledAfter(WINDOW));
        var verdict = new RouteByVerdict(ROWS, aside.rejected(), aside.ledger());
        return Steps.of(frames)
                .async("detect", detect, detection.capacity(), InspectedFrame.class)
                .process("verdict", verdict, FrameDetections.class)
                .stream();
    }

    private static DataStream<CameraFrameRow> late(IntakeStream<CameraFrame> intake, FramePictures pictures) {
        return Steps.of(intake.late())
                .async("late-frames", new KeepLateFrames(pictures), KeepLateFrames.CAPACITY, CameraFrameRow.class)
                .stream();
    }

    private static DataStream<CameraTraffic1m> perCameraAndMinute(
            Steps<FrameDetections> detections, EventTimeConfig timing, Map<String, String> carriagewayWktByCamera) {
        return detections
                .map("count", new CountVehicles(carriagewayWktByCamera), FrameCount.class)
                .keyBy(FrameCount::cameraId)
                .window(
                        "camera-traffic-1m",
                        timing.eventWindows(WINDOW),
                        new CameraMinute(),
                        CameraMinute.Sum.class,
                        CameraTraffic1m.class)
                .stream();
    }
}
