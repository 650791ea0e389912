package io.carriageway.vision.picture;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The memory that pictures take while they are decoded, one for all in this JVM whose limits name the same size. A
 * picture that finds no room waits for its turn, first come, first served. Its turn comes: nobody waits who holds some,
 * no picture takes more than the whole, and a worker that is given up gives its share back.
 *
 * <p>Subtasks meet in a JVM without knowing each other, hence a static map, as for models. It holds one small object
 * for each size, which nothing has to close.
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

    /** What a picture holds until it is decoded or given up. May be closed twice, and by any thread. */
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
