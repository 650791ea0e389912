package io.carriageway.vision.picture;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The memory for decoding pictures, shared by all users in this JVM with the same limit. A picture for which there is
 * no room waits its turn, first come, first served. Its turn comes, because nobody waits while holding some, no picture
 * takes more than the whole, and an abandoned worker returns its share.
 *
 * <p>Subtasks in one JVM do not know each other, hence a static map, as for models. It contains one small object for
 * each limit, which need not be closed.
 */
public final class PictureMemory {

    private static final int BYTES_PER_PERMIT = 1 << 10;
    private static final Map<Long, PictureMemory> BY_BYTES = new ConcurrentHashMap<>();

    private final Semaphore room;

    private PictureMemory(long bytes) {
        this.room = new Semaphore(permits(bytes), true);
    }

    public static PictureMemory of(PictureConfig limits) {
        return BY_BYTES.computeIfAbsent(limits.memoryBytes(), PictureMemory::new);
    }

    /** The memory of a picture until it is decoded or abandoned. May be closed twice, and by any thread. */
    public interface Share extends AutoCloseable {
        @Override
        void close();
    }

    /** Waits until there is room. */
    public Share take(long bytes) throws InterruptedException {
        int permits = permits(bytes);
        room.acquire(permits);
        var held = new AtomicBoolean(true);
        return () -> {
            if (held.compareAndSet(true, false)) {
                room.release(permits);
            }
        };
    }

    int waiting() {
        return room.getQueueLength();
    }

    long freeBytes() {
        return (long) room.availablePermits() * BYTES_PER_PERMIT;
    }

    private static int permits(long bytes) {
        return (int) Math.min(Integer.MAX_VALUE, (bytes + BYTES_PER_PERMIT - 1) / BYTES_PER_PERMIT);
    }
}
