package io.carriageway.intake;

import io.carriageway.event.DeadLetter;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A rejected record on its way to the dead-letter topic. It does not contain the whole value, which may be large.
 *
 * @param payload beginning of the value; null if the letter must not or need not contain any of it
 * @param payloadSha256 SHA-256 of the whole value in hex digits; null if the value is null
 * @param payloadLength length of the whole value in bytes
 */
public record Rejected(
        RecordOrigin origin, Rejection rejection, byte[] payload, String payloadSha256, int payloadLength) {

    /** A record whose value may contain a picture: the letter has only its hash and length. */
    public Rejected(RecordOrigin origin, Rejection rejection, byte[] value) {
        this(
                origin,
                rejection,
                null,
                value == null ? null : DigestUtils.sha256Hex(value),
                value == null ? 0 : value.length);
    }

    /** A record whose letter contains as much as the limits allow. */
    static Rejected within(DeadLetterConfig limits, RecordOrigin origin, Rejection rejection, byte[] value) {
        var hashed = new Rejected(origin, rejection, value);
        return new Rejected(
                origin,
                new Rejection(rejection.reason(), limits.detail(rejection.detail())),
                limits.payload(value),
                hashed.payloadSha256,
                hashed.payloadLength);
    }

    /** The dead letter. The detail is cut here, because steps after intake write details of their own. */
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
