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
import io.carriageway.jobs.EventRows;
import io.carriageway.jobs.EventTimeConfig;
import io.carriageway.jobs.IntakeStream;
import io.carriageway.row.CameraFrameRow;
import io.carriageway.row.CameraTraffic1m;
import io.carriageway.window.AsyncWaitBeforeIdle;
import io.carriageway.window.TumblingWindowFunction;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/**
 * Counts vehicles.
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

    /** Pictures fetched at once in one subtask at least, and as many again of those that wait. */
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
        var traffic = perCameraAndMinute(verdicts, timing, carriagewayWktByCamera);
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
     * Counts again what a model saw before, and looks at no frame.
     *
     * <pre>
     * accepted detections -> seen -> count -> per camera and minute -> traffic
     * </pre>
     */
    static void attachSeen(
            IntakeStream<FrameDetections> detections,
            Map<String, String> carriagewayWktByCamera,
            Consumer<DataStream<CameraTraffic1m>> traffic) {
        var seen =
                named(detections.passed().map(ReceivedEvent::event).returns(FrameDetections.class), "detection-events");
        traffic.accept(perCameraAndMinute(seen, detections.timing(), carriagewayWktByCamera));
    }

    /** Chained to detection: a picture would cost its own length at every exchange between tasks. */
    private static SingleOutputStreamOperator<ReceivedEvent<CameraFrame>> fetch(
            IntakeStream<CameraFrame> intake, DetectionConfig detection, FramePictures pictures) {
        var passed = intake.passed();
        return passed.transform(
                        "fetch",
                        passed.getType(),
                        new FetchPictures(
                                pictures.fetching(), Math.max(FETCHING, detection.capacity()), intake.aside()))
                .uid("fetch");
    }

    /** Unordered: a slow picture holds back only the watermark and idleness, and no later step depends on order. */
    private static SingleOutputStreamOperator<FrameDetections> detect(
            DataStream<ReceivedEvent<CameraFrame>> frames,
            IntakeOutputs<CameraFrame> aside,
            DetectionConfig detection,
            FramePictures pictures,
            EventTimeConfig timing) {
        var detect = new DetectVehicles(detection, pictures, timing.settledAfter(WINDOW));
        var inspected = frames.transform(
                "detect",
                TypeInformation.of(InspectedFrame.class),
                new AsyncWaitBeforeIdle<>(detect, detection.capacity()));
        return named(
                inspected.uid("detect").process(new RouteByVerdict(ROWS, aside.rejected(), aside.ledger())), "verdict");
    }

    private static SingleOutputStreamOperator<CameraFrameRow> late(
            IntakeStream<CameraFrame> intake, FramePictures pictures) {
        var rows = AsyncDataStream.unorderedWait(
                intake.late(), new KeepLateFrames(pictures), 0, TimeUnit.MILLISECONDS, KeepLateFrames.CAPACITY);
        return named(rows.returns(CameraFrameRow.class), "late-frames");
    }

    private static SingleOutputStreamOperator<CameraTraffic1m> perCameraAndMinute(
            DataStream<FrameDetections> detections,
            EventTimeConfig timing,
            Map<String, String> carriagewayWktByCamera) {
        var counts = named(detections.map(new CountVehicles(carriagewayWktByCamera)), "count");
        return named(
                counts.keyBy(FrameCount::cameraId)
                        .process(new TumblingWindowFunction<>(
                                timing.eventWindows(WINDOW),
                                new CameraMinute(),
                                TypeInformation.of(CameraMinute.Sum.class)))
                        .returns(CameraTraffic1m.class),
                "camera-traffic-1m");
    }

    private static <T> SingleOutputStreamOperator<T> named(SingleOutputStreamOperator<T> step, String name) {
        return step.name(name).uid(name);
    }
}
