package io.carriageway.intake;

import io.carriageway.event.DeadLetter;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A record that was refused, on its way to the dead-letter topic. The value stays behind, for it may be large.
 *
 * @param payload the beginning of the value; null where the letter must not or need not hold any of it
 * @param payloadSha256 hash of the whole value in hex digits; null where the value is null
 * @param payloadLength bytes of the whole value
 */
public record Rejected(
        RecordOrigin origin, Rejection rejection, byte[] payload, String payloadSha256, int payloadLength) {

    /** A record whose value may hold a picture: the letter has its hash and length alone. */
    public Rejected(RecordOrigin origin, Rejection rejection, byte[] value) {
        this(
                origin,
                rejection,
                null,
                value == null ? null : DigestUtils.sha256Hex(value),
                value == null ? 0 : value.length);
    }

    /** A record of which the letter holds as much as the limits allow. */
    static Rejected within(DeadLetterConfig limits, RecordOrigin origin, Rejection rejection, byte[] value) {
        var hashed = new Rejected(origin, rejection, value);
        return new Rejected(
                origin,
                new Rejection(rejection.reason(), limits.detail(rejection.detail())),
                limits.payload(value),
                hashed.payloadSha256,
                hashed.payloadLength);
    }

    /** The dead letter. Steps after intake write details of their own, so those are cut here. */
    public DeadLetter deadLetter(DeadLetterConfig limits) {
        return DeadLetter.newBuilder()
                .setTopic(origin.topic())
                .setPartition(origin.partition())
                .setOffset(origin.offset())
                .setArrivalTime(Instant.ofEpochMilli(origin.timeMillis()))
                .setReason(rejection.reason())
                .setDetail(limits.detail(rejection.detail()))
                .setPayload(payload == null ? null : ByteBuffer.wrap(payload))
                .setPayloadSha256(payloadSha256)
                .setPayloadLength(payloadLength)
                .build();
    }
}
