package io.carriageway.vision;

import static io.carriageway.vision.ScriptedDetectors.picture;
import static io.carriageway.vision.ScriptedDetectors.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
class DetectionLanesTest {

    private final ManualAlarm alarm = new ManualAlarm();
    private final ScriptedDetectors detectors = new ScriptedDetectors();
    private DetectionLanes lanes;

    private void open(int count, int attempts) throws IOException {
        lanes = new DetectionLanes(detectors, count, 1_000, attempts, alarm);
    }

    @AfterEach
    void releaseAll() {
        detectors.opened.forEach(detector -> detector.released.countDown());
        if (lanes != null) {
            lanes.close();
        }
    }

    @Test
    void eachPictureGetsItsOwnAnswer() throws Exception {
        open(2, 1);
        List<CompletableFuture<LaneResult>> results = new ArrayList<>();
        for (int length = 1; length <= 50; length++) {
            results.add(lanes.submit(picture("x".repeat(length))));
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

        assertThat(lanes.submit(picture("html")).get())
                .isEqualTo(new LaneResult.Unreadable(PictureFault.PICTURE_NOT_AN_IMAGE, "begins like HTML"));
        assertThat(lanes.submit(picture("next")).get()).isEqualTo(seen("next"));
        assertThat(detectors.opened).hasSize(1);
    }

    @Test
    void numbersThatAreNoAnswerAreAVerdict() throws Exception {
        open(1, 1);
        assertThat(lanes.submit(picture("none")).get()).isEqualTo(new LaneResult.InvalidAnswer("a score of NaN"));
    }

    @Test
    void aPictureThatHangsEveryLaneIsPoisonAndThoseBehindItAreSeen() throws Exception {
        open(1, 3);
        CompletableFuture<LaneResult> hanging = lanes.submit(picture("hang"));
        CompletableFuture<LaneResult> behind = lanes.submit(picture("behind"));

        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(detectors.looks.take()).isEqualTo("hang");
            assertThat(hanging).isNotDone();
            assertThat(behind).isNotDone();
            alarm.ring();
        }

        assertThat(hanging.get()).isEqualTo(new LaneResult.Poison(3));
        assertThat(behind.get()).isEqualTo(seen("behind"));
        assertThat(lanes.abandonedLanes()).isEqualTo(3);
        assertThat(detectors.opened).hasSize(4);
    }

    @Test
    void whileOneLaneHangsTheOthersWork() throws Exception {
        open(2, 1);
        CompletableFuture<LaneResult> hanging = lanes.submit(picture("hang"));
        for (int number = 0; number < 20; number++) {
            assertThat(lanes.submit(picture("other")).get()).isEqualTo(seen("other"));
        }
        assertThat(hanging).isNotDone();
    }

    @Test
    void aPictureThatHungByChanceIsSeenOnTheFreshLane() throws Exception {
        open(1, 2);
        CompletableFuture<LaneResult> result = lanes.submit(picture("hang once"));
        detectors.looks.take();
        alarm.ring();

        assertThat(result.get()).isEqualTo(seen("hang once"));
        assertThat(lanes.abandonedLanes()).isEqualTo(1);
    }

    @Test
    void anAbandonedLaneHasNoSayAndClosesItsDetectorWhenItComesBack() throws Exception {
        open(1, 2);
        CompletableFuture<LaneResult> result = lanes.submit(picture("hang"));
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
        var unused = lanes.submit(picture("hang"));
        detectors.looks.take();
        CompletableFuture<LaneResult> queued = lanes.submit(picture("queued"));

        assertThat(lanes.queueLength()).isEqualTo(1);
        assertThat(alarm.pending()).isEqualTo(1);
        alarm.ring();
        assertThat(queued.get()).isEqualTo(seen("queued"));
    }

    @Test
    void waitingForTheMachineDoesNotCountAsTimeOnALane() throws Exception {
        open(1, 1);
        CompletableFuture<LaneResult> waiting = lanes.submit(picture("wait"));
        detectors.waits.take();

        assertThat(alarm.pending()).isZero();
        detectors.room.countDown();
        assertThat(waiting.get()).isEqualTo(seen("wait"));
        assertThat(detectors.givenBack.take()).isEqualTo("wait");
    }

    @Test
    void aLaneThatIsGivenUpGivesBackWhatItHolds() throws Exception {
        open(1, 1);
        CompletableFuture<LaneResult> hanging = lanes.submit(picture("hang"));
        detectors.looks.take();
        assertThat(detectors.givenBack).isEmpty();
        alarm.ring();

        assertThat(hanging.get()).isEqualTo(new LaneResult.Poison(1));
        assertThat(detectors.givenBack.take()).isEqualTo("hang");
    }

    @Test
    void lanesThatWaitForTheMachineCloseAtOnce() throws Exception {
        open(1, 1);
        CompletableFuture<LaneResult> waiting = lanes.submit(picture("wait"));
        detectors.waits.take();
        lanes.close();

        assertFailed(waiting, "closed");
        detectors.opened.get(0).closed.await();
    }

    @Test
    void anUnexpectedFailureIsNotAVerdict() throws Exception {
        open(1, 3);

        assertThatThrownBy(lanes.submit(picture("fail"))::get)
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("inference failed");
        assertThat(lanes.submit(picture("next")).get()).isEqualTo(seen("next"));
        assertThat(detectors.looks).containsExactly("fail", "next");
    }

    @Test
    void closingLetsEveryDetectorGo() throws Exception {
        open(3, 1);
        lanes.submit(picture("one")).get();
        lanes.close();

        for (ScriptedDetectors.Scripted detector : detectors.opened) {
            detector.closed.await();
        }
        assertThat(detectors.opened).hasSize(3);
    }

    @Test
    void closingFailsWhatIsPendingAndDoesNotWaitForALaneThatHangs() throws Exception {
        open(1, 1);
        CompletableFuture<LaneResult> hanging = lanes.submit(picture("hang"));
        detectors.looks.take();
        CompletableFuture<LaneResult> queued = lanes.submit(picture("queued"));

        lanes.close();

        assertFailed(hanging, "closed");
        assertFailed(queued, "closed");
        assertFailed(lanes.submit(picture("late")), "closed");
        detectors.opened.get(0).released.countDown();
        detectors.opened.get(0).closed.await();
    }

    @Test
    @SuppressWarnings("FutureReturnValueIgnored") // the inner futures end with the lanes
    void whoWaitsInFrontOfAFullQueueIsLetGoWhenTheLanesClose() throws Exception {
        open(1, 1);
        List<CompletableFuture<CompletableFuture<LaneResult>>> submissions = new ArrayList<>();
        for (int number = 0; number < 10; number++) {
            submissions.add(CompletableFuture.supplyAsync(this::submitHanging, task -> new Thread(task).start()));
        }
        detectors.looks.take();
        lanes.close();

        for (CompletableFuture<CompletableFuture<LaneResult>> submission : submissions) {
            assertFailed(submission.get(), "closed");
        }
    }

    private CompletableFuture<LaneResult> submitHanging() {
        try {
            return lanes.submit(picture("hang"));
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void aDetectorThatCannotBeOpenedFailsTheStartAndLeavesNoneOpen() throws Exception {
        var two = new ScriptedDetectors(2);

        assertThatThrownBy(() -> new DetectionLanes(two, 3, 1_000, 1, alarm))
                .isInstanceOf(IOException.class)
                .hasMessage("no more detectors");
        for (ScriptedDetectors.Scripted detector : two.opened) {
            detector.closed.await();
        }
    }

    @Test
    void aFreshLaneThatCannotBeOpenedFailsWhatIsPendingAndWhatComes() throws Exception {
        var one = new ScriptedDetectors(1);
        lanes = new DetectionLanes(one, 1, 1_000, 2, alarm);
        CompletableFuture<LaneResult> result = lanes.submit(picture("hang"));
        one.looks.take();
        alarm.ring();

        assertFailed(result, "no more detectors");
        assertFailed(lanes.submit(picture("next")), "no more detectors");
        one.opened.get(0).released.countDown();
    }

    @Test
    void timeIsUpByTheClock() throws Exception {
        lanes = new DetectionLanes(detectors, 1, 20, 2);

        assertThat(lanes.submit(picture("hang")).get()).isEqualTo(new LaneResult.Poison(2));
        assertThat(lanes.abandonedLanes()).isEqualTo(2);
    }

    @Test
    void nothingLessThanOneLaneOneAttemptAndOneMillisecondMakesSense() {
        assertThatThrownBy(() -> new DetectionLanes(detectors, 0, 1_000, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 1");
    }

    private static void assertFailed(CompletableFuture<LaneResult> result, String message) {
        assertThatThrownBy(() -> result.get(20, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .hasMessageContaining(message);
    }
}
