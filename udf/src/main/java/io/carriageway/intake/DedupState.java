package io.carriageway.intake;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * The identities that one partition has shown within the horizon, as 64-bit hashes in one set per minute of event time.
 * A minute is forgotten when whatever repeats it would be late. With a million identities in the horizon, two of them
 * collide about once in 37 million horizons (n^2 / 2^65).
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
     * Moves the partition's arrival clock and forgets what has passed the horizon. A lower time moves it back: what is
     * forgotten stays so, and after a leap of a producer's clock the identities that follow do not stay for ever.
     */
    public void advanceTo(long arrivalMillis) {
        clockMillis = arrivalMillis;
        while (!hashesByMinute.isEmpty()
                && (hashesByMinute.firstKey() + 1) * MINUTE_MILLIS + horizonMillis < clockMillis) {
            hashesByMinute.pollFirstEntry();
        }
    }

    /** Remembers an identity; false when it was there already. */
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

    /** What to keep in a checkpoint. */
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

    /** Takes up where a checkpoint left off. */
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
