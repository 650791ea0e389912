package io.carriageway.intake;

import io.carriageway.event.DeadLetter;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.commons.codec.digest.DigestUtils;

/** A record that was refused, on its way to the dead-letter topic. */
public record Rejected(Arrival arrival, Rejection rejection, byte[] value) {

    /** The dead letter; it carries the record's value only where that cannot hold a picture. */
    public DeadLetter deadLetter(boolean withPayload) {
        return DeadLetter.newBuilder()
                .setTopic(arrival.topic())
                .setPartition(arrival.partition())
                .setOffset(arrival.offset())
                .setArrivalTime(Instant.ofEpochMilli(arrival.timeMillis()))
                .setReason(rejection.reason())
                .setDetail(rejection.detail())
                .setPayload(withPayload && value != null ? ByteBuffer.wrap(value) : null)
                .setPayloadSha256(value == null ? null : DigestUtils.sha256Hex(value))
                .setPayloadLength(value == null ? 0 : value.length)
                .build();
    }
}
