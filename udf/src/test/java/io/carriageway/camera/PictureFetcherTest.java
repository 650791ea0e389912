package io.carriageway.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class PictureFetcherTest {

    private static final String URI = "s3://city-frames/f.jpg";

    @Test
    void aStoreThatIsAwayIsAskedAgainUntilItAnswers() {
        var asked = new AtomicInteger();
        PictureStore store = (uri, maxBytes) -> {
            if (asked.incrementAndGet() < 3) {
                throw new IOException("connection refused");
            }
            return Optional.of(new byte[] {7});
        };
        try (var fetcher = new PictureFetcher(store, 1, 100)) {
            assertThat(fetcher.fetch(URI).join()).containsExactly(7);
        }
        assertThat(asked).hasValue(3);
    }

    @Test
    void aPictureThatDoesNotExistIsNull() {
        try (var fetcher = new PictureFetcher((uri, maxBytes) -> Optional.empty(), 1, 100)) {
            assertThat(fetcher.fetch(URI).join()).isNull();
        }
    }

    @Test
    void anUnexpectedFailureIsHandedOnAndNotTriedAgain() {
        PictureStore store = (uri, maxBytes) -> {
            throw new IllegalStateException("no file system for s3");
        };
        try (var fetcher = new PictureFetcher(store, 1, 100)) {
            assertThatThrownBy(() -> fetcher.fetch(URI).join()).hasRootCauseMessage("no file system for s3");
        }
    }
}
