package io.carriageway.camera.detect;

import io.carriageway.event.FrameDetections;
import io.carriageway.intake.LedgerEntry;
import io.carriageway.intake.Rejected;
import io.carriageway.row.CameraFrameRow;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Gives the verdict on a frame that passed intake, after the last step that can reject it. */
public final class RouteByVerdict extends ProcessFunction<InspectedFrame, FrameDetections> {

    private final OutputTag<CameraFrameRow> rows;
    private final OutputTag<Rejected> rejected;
    private final OutputTag<LedgerEntry> ledger;

    public RouteByVerdict(OutputTag<CameraFrameRow> rows, OutputTag<Rejected> rejected, OutputTag<LedgerEntry> ledger) {
        this.rows = rows;
        this.rejected = rejected;
        this.ledger = ledger;
    }

    @Override
    public void processElement(InspectedFrame frame, Context context, Collector<FrameDetections> out) {
        if (frame.rejected() != null) {
            context.output(rejected, frame.rejected());
            context.output(
                    ledger,
                    LedgerEntry.rejected(frame.origin(), frame.rejected().rejection()));
            return;
        }
        context.output(rows, frame.row());
        context.output(ledger, LedgerEntry.accepted(frame.origin()));
        out.collect(frame.detections());
    }
}
