package io.carriageway.intake;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * The identities that one partition has shown within the horizon, by which duplicates are recognised. They are stored
 * as 64-bit hashes, in one set for each minute of event time. A minute is forgotten when every copy of its events would
 * be late. With a million identities in the horizon, two of them collide about once in 37 million horizons (n^2 /
 * 2^65).
 */
public final class DedupState {

    private static final long MINUTE_MILLIS = 60_000;

    private final long horizonMillis;
    private final TreeMap<Long, LongOpenHashSet> hashesByMinute = new TreeMap<>();
    private long clockMillis = Long.MIN_VALUE;

    public DedupState(LatenessConfig limits) {
        this.horizonMillis = limits.horizon().toMillis();
    }

    /**
     * Moves the partition's arrival clock and forgets the minutes that have passed the horizon. A lower time moves the
     * clock back. Forgotten minutes stay forgotten. The clock must be able to go back: after a leap of a producer's
     * clock, later identities would otherwise be kept for ever.
     */
    public void advanceTo(long arrivalMillis) {
        clockMillis = arrivalMillis;
        while (!hashesByMinute.isEmpty()
                && (hashesByMinute.firstKey() + 1) * MINUTE_MILLIS + horizonMillis < clockMillis) {
            hashesByMinute.pollFirstEntry();
        }
    }

    /** Adds an identity; false if it was there already, so that the event is a duplicate. */
    public boolean add(String identity, long eventMillis) {
        long hash = MurmurHash3.hash128x64(identity.getBytes(StandardCharsets.UTF_8))[0];
        for (var hashes : hashesByMinute.values()) {
            if (hashes.contains(hash)) {
                return false;
            }
        }
        return hashesByMinute
                .computeIfAbsent(Math.floorDiv(eventMillis, MINUTE_MILLIS), minute -> new LongOpenHashSet())
                .add(hash);
    }

    /** The state as a checkpoint stores it. */
    public DedupSnapshot snapshot(String topic, int partition, long nextOffset) {
        var minutes = new LongArrayList();
        var hashes = new LongArrayList();
        hashesByMinute.forEach((minute, set) -> set.forEach(hash -> {
            minutes.add((long) minute);
            hashes.add(hash);
        }));
        return new DedupSnapshot(
                topic, partition, nextOffset, clockMillis, minutes.toLongArray(), hashes.toLongArray());
    }

    /** Restores the state from a checkpoint. */
    public static DedupState restore(DedupSnapshot snapshot, LatenessConfig limits) {
        var dedupState = new DedupState(limits);
        dedupState.clockMillis = snapshot.clockMillis();
        for (int i = 0; i < snapshot.hashes().length; i++) {
            dedupState
                    .hashesByMinute
                    .computeIfAbsent(snapshot.minutes()[i], minute -> new LongOpenHashSet())
                    .add(snapshot.hashes()[i]);
        }
        return dedupState;
    }
}
