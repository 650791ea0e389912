package io.carriageway.vision.inference;

import static io.carriageway.vision.ScriptedDetectors.picture;
import static io.carriageway.vision.ScriptedDetectors.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.vision.ManualAlarm;
import io.carriageway.vision.PictureFault;
import io.carriageway.vision.ScriptedDetectors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InferencePoolTest {

    private final ManualAlarm alarm = new ManualAlarm();
    private final ScriptedDetectors detectors = new ScriptedDetectors();
    private InferencePool pool;

    private void open(int count, int attempts) throws IOException {
        pool = new InferencePool(detectors, count, 1_000, attempts, alarm);
    }

    @AfterEach
    void releaseAll() {
        detectors.opened.forEach(detector -> detector.released.countDown());
        if (pool != null) {
            pool.close();
        }
    }

    @Test
    void eachPictureGetsItsOwnAnswer() throws Exception {
        open(2, 1);
        List<CompletableFuture<InferenceResult>> results = new ArrayList<>();
        for (int length = 1; length <= 50; length++) {
            results.add(pool.submit(picture("x".repeat(length))));
        }
        for (int length = 1; length <= 50; length++) {
            assertThat(results.get(length - 1).get()).isEqualTo(seen("x".repeat(length)));
        }
        assertThat(detectors.opened).hasSize(2);
        assertThat(alarm.pending()).isZero();
    }

    @Test
    void anUnreadablePictureIsAVerdictAndTheLaneGoesOn() throws Exception {
        open(1, 1);

        assertThat(pool.submit(picture("html")).get())
                .isEqualTo(new InferenceResult.Unreadable(PictureFault.PICTURE_NOT_AN_IMAGE, "begins like HTML"));
        assertThat(pool.submit(picture("next")).get()).isEqualTo(seen("next"));
        assertThat(detectors.opened).hasSize(1);
    }

    @Test
    void numbersThatAreNoAnswerAreAVerdict() throws Exception {
        open(1, 1);
        assertThat(pool.submit(picture("none")).get()).isEqualTo(new InferenceResult.InvalidAnswer("a score of NaN"));
    }

    @Test
    void aPictureThatHangsEveryLaneIsPoisonAndThoseBehindItAreSeen() throws Exception {
        open(1, 3);
        CompletableFuture<InferenceResult> hanging = pool.submit(picture("hang"));
        CompletableFuture<InferenceResult> behind = pool.submit(picture("behind"));

        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(detectors.looks.take()).isEqualTo("hang");
            assertThat(hanging).isNotDone();
            assertThat(behind).isNotDone();
            alarm.ring();
        }

        assertThat(hanging.get()).isEqualTo(new InferenceResult.Poison(3));
        assertThat(behind.get()).isEqualTo(seen("behind"));
        assertThat(pool.abandonedWorkers()).isEqualTo(3);
        assertThat(detectors.opened).hasSize(4);
    }

    @Test
    void whileOneLaneHangsTheOthersWork() throws Exception {
        open(2, 1);
        CompletableFuture<InferenceResult> hanging = pool.submit(picture("hang"));
        for (int number = 0; number < 20; number++) {
            assertThat(pool.submit(picture("other")).get()).isEqualTo(seen("other"));
        }
        assertThat(hanging).isNotDone();
    }

    @Test
    void aPictureThatHungByChanceIsSeenOnTheFreshLane() throws Exception {
        open(1, 2);
        CompletableFuture<InferenceResult> result = pool.submit(picture("hang once"));
        detectors.looks.take();
        alarm.ring();

        assertThat(result.get()).isEqualTo(seen("hang once"));
        assertThat(pool.abandonedWorkers()).isEqualTo(1);
    }

    @Test
    void anAbandonedLaneHasNoSayAndClosesItsDetectorWhenItComesBack() throws Exception {
        open(1, 2);
        CompletableFuture<InferenceResult> result = pool.submit(picture("hang"));
        detectors.looks.take();
        alarm.ring();
        detectors.looks.take();

        ScriptedDetectors.Scripted abandoned = detectors.opened.get(0);
        assertThat(abandoned.closed.getCount()).isEqualTo(1);
        abandoned.released.countDown();
        abandoned.closed.await();

        assertThat(result).isNotDone();
        detectors.opened.get(1).released.countDown();
        assertThat(result.get()).isEqualTo(seen("hang"));
    }

    @Test
    void waitingInTheQueueDoesNotCountAsTimeOnALane() throws Exception {
        open(1, 1);
        var unused = pool.submit(picture("hang"));
        detectors.looks.take();
        CompletableFuture<InferenceResult> queued = pool.submit(picture("queued"));

        assertThat(pool.queueLength()).isEqualTo(1);
        assertThat(alarm.pending()).isEqualTo(1);
        alarm.ring();
        assertThat(queued.get()).isEqualTo(seen("queued"));
    }

    @Test
    void waitingForTheMachineDoesNotCountAsTimeOnALane() throws Exception {
        open(1, 1);
        CompletableFuture<InferenceResult> waiting = pool.submit(picture("wait"));
        detectors.waits.take();

        assertThat(alarm.pending()).isZero();
        detectors.room.countDown();
        assertThat(waiting.get()).isEqualTo(seen("wait"));
        assertThat(detectors.givenBack.take()).isEqualTo("wait");
    }

    @Test
    void aLaneThatIsGivenUpGivesBackWhatItHolds() throws Exception {
        open(1, 1);
        CompletableFuture<InferenceResult> hanging = pool.submit(picture("hang"));
        detectors.looks.take();
        assertThat(detectors.givenBack).isEmpty();
        alarm.ring();

        assertThat(hanging.get()).isEqualTo(new InferenceResult.Poison(1));
        assertThat(detectors.givenBack.take()).isEqualTo("hang");
    }

    @Test
    void lanesThatWaitForTheMachineCloseAtOnce() throws Exception {
        open(1, 1);
        CompletableFuture<InferenceResult> waiting = pool.submit(picture("wait"));
        detectors.waits.take();
        pool.close();

        assertFailed(waiting, "closed");
        detectors.opened.get(0).closed.await();
    }

    @Test
    void anUnexpectedFailureIsNotAVerdict() throws Exception {
        open(1, 3);

        assertThatThrownBy(pool.submit(picture("fail"))::get)
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("inference failed");
        assertThat(pool.submit(picture("next")).get()).isEqualTo(seen("next"));
        assertThat(detectors.looks).containsExactly("fail", "next");
    }

    @Test
    void closingLetsEveryDetectorGo() throws Exception {
        open(3, 1);
        pool.submit(picture("one")).get();
        pool.close();

        for (ScriptedDetectors.Scripted detector : detectors.opened) {
            detector.closed.await();
        }
        assertThat(detectors.opened).hasSize(3);
    }

    @Test
    void closingFailsWhatIsPendingAndDoesNotWaitForALaneThatHangs() throws Exception {
        open(1, 1);
        CompletableFuture<InferenceResult> hanging = pool.submit(picture("hang"));
        detectors.looks.take();
        CompletableFuture<InferenceResult> queued = pool.submit(picture("queued"));

        pool.close();

        assertFailed(hanging, "closed");
        assertFailed(queued, "closed");
        assertFailed(pool.submit(picture("late")), "closed");
        detectors.opened.get(0).released.countDown();
        detectors.opened.get(0).closed.await();
    }

    @Test
    @SuppressWarnings("FutureReturnValueIgnored") // the inner futures end with the workers
    void whoWaitsInFrontOfAFullQueueIsLetGoWhenTheLanesClose() throws Exception {
        open(1, 1);
        List<CompletableFuture<CompletableFuture<InferenceResult>>> submissions = new ArrayList<>();
        for (int number = 0; number < 10; number++) {
            submissions.add(CompletableFuture.supplyAsync(this::submitHanging, task -> new Thread(task).start()));
        }
        detectors.looks.take();
        pool.close();

        for (CompletableFuture<CompletableFuture<InferenceResult>> submission : submissions) {
            assertFailed(submission.get(), "closed");
        }
    }

    private CompletableFuture<InferenceResult> submitHanging() {
        try {
            return pool.submit(picture("hang"));
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void aDetectorThatCannotBeOpenedFailsTheStartAndLeavesNoneOpen() throws Exception {
        var two = new ScriptedDetectors(2);

        assertThatThrownBy(() -> new InferencePool(two, 3, 1_000, 1, alarm))
                .isInstanceOf(IOException.class)
                .hasMessage("no more detectors");
        for (ScriptedDetectors.Scripted detector : two.opened) {
            detector.closed.await();
        }
    }

    @Test
    void aFreshLaneThatCannotBeOpenedFailsWhatIsPendingAndWhatComes() throws Exception {
        var one = new ScriptedDetectors(1);
        pool = new InferencePool(one, 1, 1_000, 2, alarm);
        CompletableFuture<InferenceResult> result = pool.submit(picture("hang"));
        one.looks.take();
        alarm.ring();

        assertFailed(result, "no more detectors");
        assertFailed(pool.submit(picture("next")), "no more detectors");
        one.opened.get(0).released.countDown();
    }

    @Test
    void timeIsUpByTheClock() throws Exception {
        pool = new InferencePool(detectors, 1, 20, 2);

        assertThat(pool.submit(picture("hang")).get()).isEqualTo(new InferenceResult.Poison(2));
        assertThat(pool.abandonedWorkers()).isEqualTo(2);
    }

    @Test
    void nothingLessThanOneLaneOneAttemptAndOneMillisecondMakesSense() {
        assertThatThrownBy(() -> new InferencePool(detectors, 0, 1_000, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 1");
    }

    private static void assertFailed(CompletableFuture<InferenceResult> result, String message) {
        assertThatThrownBy(() -> result.get(20, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .hasMessageContaining(message);
    }
}
