package io.carriageway.verify.camera;

import io.carriageway.event.CameraFrame;
import io.carriageway.verify.topic.EventColumns;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;
import org.apache.commons.codec.digest.DigestUtils;

/** A frame as the oracle stores it, with the hash and size of its picture. */
record FrameColumns() implements EventColumns {

    private static final EventColumns WITHOUT_PICTURE =
            EventColumns.of(CameraFrame.getClassSchema().getFields().stream()
                    .map(field -> field.name())
                    .filter(field -> !field.equals("image"))
                    .toArray(String[]::new));

    @Override
    public List<Object> of(Optional<GenericRecord> frame, String defect) {
        return WITHOUT_PICTURE.and((any, none) -> picture(frame)).of(frame, defect);
    }

    private static List<Object> picture(Optional<GenericRecord> frame) {
        var image = frame.map(fields -> (ByteBuffer) fields.get("image")).map(ByteBuffer::array);
        return Arrays.asList(
                image.map(DigestUtils::sha256Hex).orElse(null),
                image.map(bytes -> bytes.length).orElse(null));
    }
}
