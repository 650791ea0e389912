package io.carriageway.vision.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.vision.input.AdmittedPicture;
import io.carriageway.vision.input.ColourOrder;
import io.carriageway.vision.input.ImagePreprocessor;
import io.carriageway.vision.input.ModelInput;
import io.carriageway.vision.input.Placement;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PictureMemoryTest {

    private static final long ONE = PictureConfig.DECODING_BYTES;
    private static final ModelInput SMALL = new ModelInput(32, 32, ColourOrder.RGB, 1, Placement.TOP_LEFT, 0);

    private final ExecutorService workers = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        workers.shutdownNow();
    }

    @Test
    void allWhoNameOneSizeShareIt() {
        assertThat(memory(1)).isSameAs(memory(1)).isNotSameAs(memory(2));
    }

    @Test
    void aPictureThatFindsNoRoomWaitsUntilThereIsSome() throws Exception {
        PictureMemory memory = memory(3);
        PictureMemory.Share first = memory.take(ONE);
        Future<PictureMemory.Share> second = workers.submit(() -> memory.take(ONE));
        untilWaiting(memory, 1);

        assertThat(second).isNotDone();
        first.close();
        second.get().close();
        assertThat(memory.freeBytes()).isGreaterThanOrEqualTo(ONE);
    }

    @Test
    void aLargePictureIsNotOvertakenBySmallOnes() throws Exception {
        PictureMemory memory = memory(4);
        PictureMemory.Share first = memory.take(ONE / 2);
        Future<PictureMemory.Share> large = workers.submit(() -> memory.take(ONE));
        untilWaiting(memory, 1);
        Future<PictureMemory.Share> small = workers.submit(() -> memory.take(1));
        untilWaiting(memory, 2);

        first.close();
        PictureMemory.Share held = large.get();
        held.close();
        small.get().close();
    }

    @Test
    void aShareIsGivenBackOnce() throws Exception {
        PictureMemory memory = memory(5);
        long free = memory.freeBytes();
        PictureMemory.Share share = memory.take(1 << 20);
        assertThat(memory.freeBytes()).isEqualTo(free - (1 << 20));

        share.close();
        share.close();
        assertThat(memory.freeBytes()).isEqualTo(free);
    }

    @Test
    void whoIsInterruptedWhileWaitingTakesNothing() throws Exception {
        PictureMemory memory = memory(6);
        long free = memory.freeBytes();
        PictureMemory.Share first = memory.take(ONE);
        Future<?> waiting = workers.submit(() -> memory.take(ONE));
        untilWaiting(memory, 1);
        waiting.cancel(true);
        untilWaiting(memory, 0);

        first.close();
        assertThat(memory.freeBytes()).isEqualTo(free);
    }

    /** With room for one large picture at a time, whatever else is decoded. */
    @Test
    void manyEyesOnTheSmallestMemorySeeEveryPicture() throws Exception {
        var limits = limits(7);
        byte[] large = Pictures.jpeg(Pictures.gradient(3_000, 3_000, BufferedImage.TYPE_3BYTE_BGR));
        byte[] small = Pictures.png(Pictures.gradient(20, 10, BufferedImage.TYPE_3BYTE_BGR));
        byte[] spoilt = Pictures.replaced(small, 60, small[60] + 1);
        List<Callable<Integer>> looks = new ArrayList<>();
        for (int worker = 0; worker < 4; worker++) {
            looks.add(() -> {
                var preprocessor = new ImagePreprocessor(SMALL, limits);
                assertThatThrownBy(() -> preprocessor.look(spoilt)).hasMessageContaining("checksum");
                return preprocessor.look(small).pictureWidth()
                        + preprocessor.look(large).pictureWidth();
            });
        }
        for (Future<Integer> look : workers.invokeAll(looks)) {
            assertThat(look.get()).isEqualTo(3_020);
        }
        assertThat(PictureMemory.of(limits).freeBytes()).isGreaterThanOrEqualTo(ONE);
    }

    @Test
    void aPictureHoldsItsShareUntilItIsDecoded() throws Exception {
        PictureMemory memory = memory(8);
        long free = memory.freeBytes();
        byte[] picture = Pictures.jpeg(Pictures.gradient(640, 480, BufferedImage.TYPE_3BYTE_BGR));
        var preprocessor = new ImagePreprocessor(SMALL, limits(8));

        AdmittedPicture admitted = preprocessor.admit(picture);
        assertThat(memory.freeBytes()).isLessThan(free - 640 * 480 * 3);
        assertThat(admitted.look().pictureWidth()).isEqualTo(640);
        assertThat(memory.freeBytes()).isEqualTo(free);
        admitted.close();
        assertThat(memory.freeBytes()).isEqualTo(free);
    }

    @Test
    void lessThanOnePictureNeedsIsRefused() {
        assertThatThrownBy(() -> new PictureConfig(1, 1, ONE - 1)).hasMessageContaining("must be at least 134217728");
    }

    /** Each test has a memory of its own size, because memories of one size are shared. */
    private static PictureConfig limits(int test) {
        return new PictureConfig(16 << 20, 16_000_000, ONE + (test << 10));
    }

    private static PictureMemory memory(int test) {
        return PictureMemory.of(limits(test));
    }

    private static void untilWaiting(PictureMemory memory, int count) {
        while (memory.waiting() != count) {
            Thread.onSpinWait();
        }
    }
}
