package io.carriageway.camera.picture;

import static io.carriageway.intake.Frames.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.camera.picture.PictureAnswer.Denied;
import io.carriageway.camera.picture.PictureAnswer.Forbidden;
import io.carriageway.camera.picture.PictureAnswer.Found;
import io.carriageway.camera.picture.PictureAnswer.NotFound;
import io.carriageway.camera.picture.PictureAnswer.Unavailable;
import io.carriageway.camera.picture.PictureAnswer.Verdict;
import io.carriageway.event.CameraFrame;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.intake.RecordOrigin;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PictureFetcherTest {

    private static final String FRAME = "s3://city-frames/f.jpg";
    private static final String CANARY = "s3://city-frames/canary";
    private static final Found PICTURE = new Found(new byte[] {7});
    private static final Forbidden FORBIDDEN = new Forbidden("Access Denied");
    private static final Duration QUARTER = Duration.ofSeconds(15);

    private final Queue<PictureAnswer> ofFrame = new ArrayDeque<>();
    private final Queue<PictureAnswer> ofCanary = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final Steps steps = new Steps();
    private final List<String> warnings = new ArrayList<>();
    private final PictureWaits waits = new PictureWaits(() -> steps.passed.toNanos(), warnings::add);

    @Test
    void aStoreThatSaysNothingIsAskedAgainWithGrowingPausesForEver() {
        var verdict = fetch(Map.of("city-frames", CANARY));
        for (int attempt = 0; attempt < 1_000; attempt++) {
            ofFrame.add(new Unavailable("ExpiredToken", "The provided token has expired."));
            steps.next();
        }
        assertThat(verdict).isNotDone();
        assertThat(steps.pauses)
                .startsWith(millis(0), millis(200), millis(400), millis(800))
                .endsWith(millis(30_000));
        ofFrame.add(PICTURE);
        steps.next();
        assertThat(verdict).isCompletedWithValue(PICTURE);
        assertThat(asked)
                .as("nobody asks for the canary of a picture that is not forbidden")
                .containsOnly(FRAME);
    }

    @Test
    void whatTheStoreSaysWithAuthorityIsTheVerdict() {
        for (var known : List.<Verdict>of(new NotFound(), new Denied("InvalidObjectState"), PICTURE)) {
            ofFrame.add(known);
            var verdict = fetch(Map.of());
            steps.next();
            assertThat(verdict).isCompletedWithValue(known);
        }
    }

    @Test
    void aForbiddenPictureIsDeniedAfterThreeAttemptsOver30SecondsBetweenReadingsOfTheCanary() {
        var verdict = fetch(Map.of("city-frames", CANARY));
        answer(FORBIDDEN);
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(verdict).isNotDone();
            ofCanary.addAll(List.of(PICTURE, PICTURE));
            answer(FORBIDDEN);
        }
        assertThat(verdict.join())
                .isEqualTo(new Denied(
                        "AccessDenied in 3 attempts over 30 s, while s3://city-frames/canary could be read"));
        assertThat(steps.pauses).containsExactly(millis(0), millis(200), QUARTER, QUARTER);
        assertThat(asked).containsExactly(FRAME, CANARY, FRAME, CANARY, CANARY, FRAME, CANARY, CANARY, FRAME, CANARY);
    }

    @Test
    void anAttemptWithoutTheCanaryDoesNotCountNorDoThoseBeforeIt() {
        var verdict = fetch(Map.of("city-frames", CANARY));
        answer(FORBIDDEN);
        counted(2);
        ofCanary.addAll(List.of(PICTURE, new Unavailable("InvalidAccessKeyId", "gone")));
        answer(FORBIDDEN);
        counted(2);
        ofCanary.add(FORBIDDEN);
        answer(FORBIDDEN);
        counted(2);
        answer(new Unavailable("SlowDown", "Please reduce your request rate."), PICTURE);
        answer(FORBIDDEN);
        counted(2);
        assertThat(verdict).isNotDone();
        counted(1);
        assertThat(verdict).isCompleted();
    }

    @Test
    void aRoleThatLostItsRightsGivesNoVerdict() {
        var verdict = fetch(Map.of("city-frames", CANARY));
        for (int attempt = 0; attempt < 100; attempt++) {
            ofCanary.add(FORBIDDEN);
            answer(FORBIDDEN);
        }
        assertThat(verdict).isNotDone();
        ofCanary.clear();
        answer(PICTURE, PICTURE);
        assertThat(verdict).isCompletedWithValue(PICTURE);
    }

    @Test
    void withoutACanaryOfItsBucketAForbiddenPictureWaits() {
        var verdict = fetch(Map.of("another-bucket", CANARY));
        for (int attempt = 0; attempt < 100; attempt++) {
            answer(FORBIDDEN);
        }
        assertThat(verdict).isNotDone();
        assertThat(asked).containsOnly(FRAME);
    }

    @Test
    void whoWaitsIsCountedUntilItHasItsVerdictAndTheLogHasItEveryTenMinutes() {
        var verdict = fetch(Map.of());
        assertThat(waits.count()).as("before the first answer too").isOne();
        answer(FORBIDDEN);
        assertThat(waits.count()).isOne();
        while (steps.passed.toSeconds() < 3000) {
            answer(FORBIDDEN);
        }
        assertThat(waits.oldestSeconds()).isBetween(3000L, 3030L);
        assertThat(warnings)
                .hasSizeBetween(5, 6)
                .first()
                .asString()
                .startsWith("Frame f-1 of camera cam-1 (topic camera, partition 0, offset 7) has waited 0 s for its"
                        + " picture s3://city-frames/f.jpg: AccessDenied (Access Denied)");
        answer(new NotFound());
        assertThat(verdict).isCompleted();
        assertThat(waits.count()).isZero();
        assertThat(waits.oldestSeconds()).isZero();
    }

    @Test
    void aLineOfTheLogStaysALine() {
        var verdict = fetch(Map.of());
        answer(new Unavailable("Odd", "first\nsecond\u001b[31m"));
        assertThat(verdict).isNotDone();
        assertThat(warnings).singleElement().asString().contains("first\\nsecond\\u001b[31m");
    }

    @Test
    void aLineOfTheLogStaysShort() {
        var verdict = fetch(Map.of());
        answer(new Unavailable("Odd", "\u202e".repeat(10_000_000)));
        assertThat(verdict).isNotDone();
        assertThat(warnings).singleElement().satisfies(line -> assertThat(line)
                .hasSize(2_003)
                .doesNotContain("\u202e")
                .startsWith("Frame f-1")
                .endsWith("..."));
    }

    @Test
    void anUnexpectedFailureIsHandedOnAndNotTriedAgain() {
        PictureReader broken = (uri, maxBytes) -> {
            throw new IllegalStateException("a changed picture");
        };
        try (var fetcher = new PictureFetcher(broken, settings(Map.of()), steps, waits)) {
            var verdict = fetch(fetcher);
            steps.next();
            assertThatThrownBy(verdict::join).hasRootCauseMessage("a changed picture");
        }
    }

    /** A key that hangs blocks a thread of first attempts, and other frames wait behind it. */
    @Test
    void onlyTheFirstAttemptIsGivenUpSoon() {
        var reader = new PictureReader() {
            @Override
            public PictureAnswer read(String uri, int maxBytes) {
                asked.add("again");
                return FORBIDDEN;
            }

            @Override
            public PictureAnswer readSoon(String uri, int maxBytes) {
                asked.add("soon");
                return FORBIDDEN;
            }
        };
        try (var fetcher = new PictureFetcher(reader, settings(Map.of()), steps, waits)) {
            assertThat(fetch(fetcher)).isNotDone();
            steps.next();
            steps.next();
            steps.next();
            assertThat(asked).containsExactly("soon", "again", "again");
        }
    }

    private void counted(int attempts) {
        for (int attempt = 0; attempt < attempts; attempt++) {
            ofCanary.addAll(List.of(PICTURE, PICTURE));
            answer(FORBIDDEN);
        }
    }

    /** The next attempt gets that answer, after that of the canary if there is one. */
    private void answer(PictureAnswer picture, PictureAnswer... canary) {
        ofFrame.add(picture);
        ofCanary.addAll(Arrays.asList(canary));
        steps.next();
    }

    private CompletableFuture<Verdict> fetch(Map<String, String> canaryByBucket) {
        PictureReader reader = (uri, maxBytes) -> {
            asked.add(uri);
            return (uri.equals(CANARY) ? ofCanary : ofFrame).remove();
        };
        return fetch(new PictureFetcher(reader, settings(canaryByBucket), steps, waits));
    }

    private static CompletableFuture<Verdict> fetch(PictureFetcher fetcher) {
        var picture = new CompletableFuture<Verdict>();
        fetcher.fetch(frame(), (verdict, failure) -> {
            if (failure == null) {
                picture.complete(verdict);
            } else {
                picture.completeExceptionally(failure);
            }
        });
        return picture;
    }

    private static FetchConfig settings(Map<String, String> canaryByBucket) {
        return new FetchConfig(null, 100, Set.of(), canaryByBucket, 1, QUARTER);
    }

    private static ReceivedEvent<CameraFrame> frame() {
        var frame = new CameraFrame("f-1", "cam-1", NOON, 52.5, 13.4, null, FRAME);
        return new ReceivedEvent<>(new RecordOrigin("camera", 0, 7, NOON.toEpochMilli()), frame, new byte[0]);
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }

    /** Runs calls when the test says so, with a clock that their pauses advance. */
    private static final class Steps implements CallSchedule {

        private final Queue<Runnable> calls = new ArrayDeque<>();
        private final List<Duration> pauses = new ArrayList<>();
        private Duration passed = Duration.ZERO;

        @Override
        public void after(Duration pause, Runnable call) {
            pauses.add(pause);
            calls.add(call);
        }

        void next() {
            passed = passed.plus(pauses.get(pauses.size() - 1));
            calls.remove().run();
        }

        @Override
        public void close() {
            calls.clear();
        }
    }
}
