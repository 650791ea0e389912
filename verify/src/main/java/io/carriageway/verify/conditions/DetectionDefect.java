package io.carriageway.verify.conditions;

import io.carriageway.event.FrameDetections;
import io.carriageway.schemas.SingleObjectCodec;
import io.carriageway.verify.topic.EventDefect;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** A defect of a record of topic detection, with which it must not be counted. */
@SuppressWarnings("ImmutableEnumChecker") // the functions below capture nothing
enum DetectionDefect implements EventDefect.Named<FrameDetections> {
    EMPTY_VALUE(frame -> frame, bytes -> null),
    WRONG_MAGIC(frame -> frame, bytes -> "[]".getBytes(StandardCharsets.UTF_8)),
    FIELD_MISSING(frame -> frame, bytes -> "{\"boxes\":[]}".getBytes(StandardCharsets.UTF_8)),
    CORRUPT(frame -> frame, bytes -> Arrays.copyOf(bytes, bytes.length / 2)),
    ID_INVALID(frame -> frame.setCameraId("")),
    KEY_MISMATCH(frame -> frame.setCameraId("cam-99")),
    LATITUDE_OUT_OF_RANGE(frame -> frame.setLatitude(91)),
    LONGITUDE_OUT_OF_RANGE(frame -> frame.setLongitude(Double.NaN)),
    POSITION_ZERO(frame -> frame.setLatitude(0).setLongitude(-0.0));

    private final UnaryOperator<FrameDetections.Builder> spoilFrame;
    private final UnaryOperator<byte[]> spoilValue;

    DetectionDefect(UnaryOperator<FrameDetections.Builder> spoilFrame) {
        this(spoilFrame, UnaryOperator.identity());
    }

    DetectionDefect(UnaryOperator<FrameDetections.Builder> spoilFrame, UnaryOperator<byte[]> spoilValue) {
        this.spoilFrame = spoilFrame;
        this.spoilValue = spoilValue;
    }

    @Override
    public byte[] spoil(FrameDetections frame, SingleObjectCodec<FrameDetections> codec) {
        return spoilValue.apply(
                codec.encode(spoilFrame.apply(FrameDetections.newBuilder(frame)).build()));
    }
}
