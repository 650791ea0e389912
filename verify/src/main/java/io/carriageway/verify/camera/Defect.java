package io.carriageway.verify.camera;

import io.carriageway.event.CameraFrame;
import io.carriageway.schemas.SingleObjectCodec;
import io.carriageway.verify.topic.EventDefect;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** A defect of a frame. Its name is the reason for which the record must be rejected. */
@SuppressWarnings("ImmutableEnumChecker") // the functions below capture nothing
enum Defect implements EventDefect.Named<CameraFrame> {
    EMPTY_VALUE(bytes -> null, Part.VALUE),
    WRONG_MAGIC(bytes -> "[]".getBytes(StandardCharsets.UTF_8), Part.VALUE),
    FIELD_MISSING(bytes -> "{\"frame_id\": \"f\"}".getBytes(StandardCharsets.UTF_8), Part.VALUE),
    FIELD_INVALID(bytes -> "{\"frame_id\": 1}".getBytes(StandardCharsets.UTF_8), Part.VALUE),
    UNKNOWN_SCHEMA(EventDefect::underUnknownSchema, Part.VALUE),
    CORRUPT(bytes -> Arrays.copyOf(bytes, bytes.length / 2), Part.VALUE),
    ID_INVALID(frame -> frame.setFrameId("")),
    LATITUDE_OUT_OF_RANGE(frame -> frame.setLatitude(91)),
    LONGITUDE_OUT_OF_RANGE(frame -> frame.setLongitude(Double.NaN)),
    POSITION_ZERO(frame -> frame.setLatitude(0).setLongitude(-0.0)),
    PICTURE_MISSING(frame -> frame.setImage(null)),
    PICTURE_AMBIGUOUS(frame -> frame.setImageUri("s3://carriageway/frame.jpg")),
    BUCKET_NOT_ALLOWED(frame -> frame.setImage(null).setImageUri("s3://elsewhere/frame.jpg")),
    TIME_OUT_OF_RANGE(frame -> frame.setCapturedAt(Instant.ofEpochMilli(Long.MAX_VALUE))),
    /** Seconds taken for milliseconds. */
    TOO_OLD(frame ->
            frame.setCapturedAt(Instant.ofEpochMilli(frame.getCapturedAt().getEpochSecond()))),
    KEY_MISMATCH(frame -> frame.setCameraId("cam-99")),
    PICTURE_EMPTY(bytes -> new byte[0], Part.PICTURE),
    PICTURE_NOT_AN_IMAGE(bytes -> "<html>502</html>".getBytes(StandardCharsets.UTF_8), Part.PICTURE),
    /** The beginning of an AVIF. */
    PICTURE_NOT_SUPPORTED(bytes -> "\0\0\0\024ftypavif\0\0\0\0mif1".getBytes(StandardCharsets.US_ASCII), Part.PICTURE),
    PICTURE_TRUNCATED(bytes -> Arrays.copyOf(bytes, bytes.length / 2), Part.PICTURE);

    private enum Part {
        VALUE,
        PICTURE
    }

    private final UnaryOperator<CameraFrame.Builder> spoilFrame;
    private final UnaryOperator<byte[]> spoilValue;
    private final boolean inPicture;

    Defect(UnaryOperator<CameraFrame.Builder> spoilFrame) {
        this.spoilFrame = spoilFrame;
        this.spoilValue = UnaryOperator.identity();
        this.inPicture = false;
    }

    Defect(UnaryOperator<byte[]> spoil, Part part) {
        this.inPicture = part == Part.PICTURE;
        this.spoilFrame = inPicture ? frame -> spoilPicture(frame, spoil) : UnaryOperator.identity();
        this.spoilValue = inPicture ? UnaryOperator.identity() : spoil;
    }

    /** Whether only decoding the picture shows it. */
    boolean inPicture() {
        return inPicture;
    }

    @Override
    public byte[] spoil(CameraFrame frame, SingleObjectCodec<CameraFrame> codec) {
        var spoilt = spoilFrame.apply(CameraFrame.newBuilder(frame)).build();
        return spoilValue.apply(codec.encode(spoilt));
    }

    private static CameraFrame.Builder spoilPicture(CameraFrame.Builder frame, UnaryOperator<byte[]> spoil) {
        return frame.setImage(ByteBuffer.wrap(spoil.apply(frame.getImage().array())));
    }
}
