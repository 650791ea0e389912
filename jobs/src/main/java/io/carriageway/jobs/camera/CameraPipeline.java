package io.carriageway.jobs.camera;

import io.carriageway.camera.CameraMinute;
import io.carriageway.camera.CountVehicles;
import io.carriageway.camera.DetectVehicles;
import io.carriageway.camera.DetectionSettings;
import io.carriageway.camera.FrameCount;
import io.carriageway.camera.FrameRows;
import io.carriageway.camera.GiveVerdict;
import io.carriageway.camera.InspectedFrame;
import io.carriageway.camera.PictureStore;
import io.carriageway.event.CameraFrame;
import io.carriageway.event.FrameDetections;
import io.carriageway.intake.Arrived;
import io.carriageway.intake.Intake;
import io.carriageway.intake.IntakeOutputs;
import io.carriageway.intake.Ledger;
import io.carriageway.intake.LedgerEntry;
import io.carriageway.intake.RawRecord;
import io.carriageway.row.CameraFrameRow;
import io.carriageway.row.CameraTraffic1m;
import io.carriageway.row.EventLedger1m;
import io.carriageway.window.TumblingRows;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/**
 * Counts vehicles.
 *
 * <pre>
 * records -> intake -> detect (async) -> verdict -+-> detections -> count -> per camera and minute -> traffic
 *              |                           |      +-> frames
 *              +- late -> frames           +- rejected, ledger
 *              +- rejected, ledger -----------------------------> per minute of arrival -> ledger
 * </pre>
 */
final class CameraPipeline {

    private static final IntakeOutputs<CameraFrame> ASIDE =
            IntakeOutputs.of(TypeInformation.of(new TypeHint<Arrived<CameraFrame>>() {}));
    private static final OutputTag<CameraFrameRow> ROWS =
            new OutputTag<>("rows", TypeInformation.of(CameraFrameRow.class));

    private CameraPipeline() {}

    static void attach(
            DataStream<RawRecord> records,
            CameraRulebook rules,
            DetectionSettings detection,
            PictureStore pictures,
            Map<String, String> roadMaskWktByCamera,
            CameraOutputs outputs) {
        var arrived = intake(records, rules);
        var verdicts = detect(arrived, detection, pictures, rules);
        var late = arrived.getSideOutput(ASIDE.late()).map(FrameRows::late).returns(CameraFrameRow.class);
        var ledger = arrived.getSideOutput(ASIDE.ledger()).union(verdicts.getSideOutput(ASIDE.ledger()));

        outputs.detections().accept(verdicts);
        outputs.rejected()
                .accept(arrived.getSideOutput(ASIDE.rejected()).union(verdicts.getSideOutput(ASIDE.rejected())));
        outputs.frames().accept(verdicts.getSideOutput(ROWS).union(named(late, "late-frames")));
        outputs.traffic().accept(perCameraAndMinute(verdicts, rules, roadMaskWktByCamera));
        outputs.ledger().accept(perMinuteOfArrival(ledger, rules));
    }

    /** In the source's chain, whatever the job's parallelism: a shuffle would part a frame from its copies. */
    private static SingleOutputStreamOperator<Arrived<CameraFrame>> intake(
            DataStream<RawRecord> records, CameraRulebook rules) {
        return named(
                records.process(new Intake<>(rules.frames(), rules.limits(), ASIDE))
                        .returns(new TypeHint<Arrived<CameraFrame>>() {})
                        .setParallelism(records.getParallelism()),
                "intake");
    }

    /** Unordered: a slow picture holds back only the watermark, and no later step depends on order. */
    private static SingleOutputStreamOperator<FrameDetections> detect(
            DataStream<Arrived<CameraFrame>> frames,
            DetectionSettings detection,
            PictureStore pictures,
            CameraRulebook rules) {
        var detect = new DetectVehicles(detection, pictures, rules.settledAfter());
        var inspected = AsyncDataStream.unorderedWait(frames, detect, 0, TimeUnit.MILLISECONDS, detection.capacity());
        return named(
                named(inspected.returns(InspectedFrame.class), "detect")
                        .process(new GiveVerdict(ROWS, ASIDE.rejected(), ASIDE.ledger())),
                "verdict");
    }

    private static SingleOutputStreamOperator<CameraTraffic1m> perCameraAndMinute(
            DataStream<FrameDetections> detections, CameraRulebook rules, Map<String, String> roadMaskWktByCamera) {
        var counts = named(detections.map(new CountVehicles(roadMaskWktByCamera)), "count");
        return named(
                counts.keyBy(FrameCount::cameraId)
                        .process(new TumblingRows<>(
                                rules.trafficWindows(), new CameraMinute(), TypeInformation.of(CameraMinute.Sum.class)))
                        .returns(CameraTraffic1m.class),
                "camera-traffic-1m");
    }

    private static SingleOutputStreamOperator<EventLedger1m> perMinuteOfArrival(
            DataStream<LedgerEntry> entries, CameraRulebook rules) {
        return named(
                entries.keyBy(LedgerEntry::topic)
                        .process(new TumblingRows<>(
                                rules.ledgerWindows(), new Ledger(), TypeInformation.of(Ledger.Tally.class)))
                        .returns(EventLedger1m.class),
                "event-ledger-1m");
    }

    private static <T> SingleOutputStreamOperator<T> named(SingleOutputStreamOperator<T> step, String name) {
        return step.name(name).uid(name);
    }
}
