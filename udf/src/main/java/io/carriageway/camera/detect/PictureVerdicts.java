package io.carriageway.camera.detect;

import io.carriageway.camera.picture.PictureAnswer.Found;
import io.carriageway.camera.picture.PictureAnswer.Verdict;
import io.carriageway.camera.picture.PictureRejection;
import io.carriageway.event.CameraFrame;
import io.carriageway.intake.IntakeOutputs;
import io.carriageway.intake.LedgerEntry;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.intake.Rejected;
import java.nio.ByteBuffer;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Emits a frame with its picture, or a rejected one to the side output, with the frame's own timestamp. */
record PictureVerdicts(Output<StreamRecord<ReceivedEvent<CameraFrame>>> output, IntakeOutputs<CameraFrame> aside) {

    void give(StreamRecord<ReceivedEvent<CameraFrame>> record, Verdict verdict) {
        var frame = record.getValue();
        if (verdict instanceof Found found) {
            output.collect(record.copy(withPicture(frame, found.picture())));
            return;
        }
        var why = PictureRejection.of(frame.event(), verdict);
        output.collect(aside.rejected(), with(new Rejected(frame.origin(), why, frame.value()), record));
        output.collect(aside.ledger(), with(LedgerEntry.rejected(frame.origin(), why), record));
    }

    private static <T> StreamRecord<T> with(T value, StreamRecord<?> timed) {
        var record = new StreamRecord<>(value);
        if (timed.hasTimestamp()) {
            record.setTimestamp(timed.getTimestamp());
        }
        return record;
    }

    private static ReceivedEvent<CameraFrame> withPicture(ReceivedEvent<CameraFrame> frame, byte[] picture) {
        var event = CameraFrame.newBuilder(frame.event())
                .setImage(ByteBuffer.wrap(picture))
                .build();
        return new ReceivedEvent<>(frame.origin(), event, frame.value());
    }
}
