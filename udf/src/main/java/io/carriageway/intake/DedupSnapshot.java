package io.carriageway.intake;

/**
 * One partition's {@link DedupState} in a checkpoint.
 *
 * @param nextOffset offset after the last record judged; of two snapshots of a partition, the one with the higher
 *     offset is newer
 * @param clockMillis latest arrival time of the partition
 * @param minutes for each hash its minute of event time, in minutes since the epoch
 * @param hashes the identities
 */
public record DedupSnapshot(
        String topic, int partition, long nextOffset, long clockMillis, long[] minutes, long[] hashes) {}
