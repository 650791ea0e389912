package io.carriageway.intake;

/**
 * One partition's {@link DedupState} in a checkpoint.
 *
 * @param nextOffset the offset after the last record judged: of two snapshots of a partition, the higher one is newer
 * @param clockMillis the arrival time that the partition came to
 * @param minutes the minute of event time of each hash, minutes since the epoch
 * @param hashes the remembered identities
 */
public record DedupSnapshot(
        String topic, int partition, long nextOffset, long clockMillis, long[] minutes, long[] hashes) {}
