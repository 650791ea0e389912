package io.carriageway.jobs.io.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.camera.picture.PictureAnswer;
import io.carriageway.camera.picture.PictureAnswer.Denied;
import io.carriageway.camera.picture.PictureAnswer.Forbidden;
import io.carriageway.camera.picture.PictureAnswer.Found;
import io.carriageway.camera.picture.PictureAnswer.NotFound;
import io.carriageway.camera.picture.PictureAnswer.Unavailable;
import io.carriageway.camera.picture.PictureReader;
import io.carriageway.jobs.io.lake.MockS3;
import io.carriageway.jobs.io.lake.MockS3.Refusal;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class BucketPicturesTest {

    private static final int MAX_BYTES = 1_000_000;

    private MockS3 s3;
    private PictureReader pictures;

    @BeforeEach
    void start() throws Exception {
        s3 = new MockS3();
        pictures = new BucketPictures().open(s3.flink());
    }

    @AfterEach
    void stop() {
        pictures.close();
        s3.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cam-1/f.jpg",
                "a b.jpg",
                " ",
                " a ",
                "/f.jpg",
                "//f.jpg",
                "a//b///f.jpg",
                "a/",
                "%00",
                "%2e%2e/f.jpg",
                "100%.jpg",
                "%zz",
                "f+1.jpg",
                "f.jpg?x=1&y",
                "f.jpg#1",
                "a\\b",
                "[1]{2}|3^`<>\"",
                "straße/日本/🚗.jpg",
                "...",
                "a:b@c;d,e=f$g!h'i(j)*",
                "~"
            })
    void aKeyIsAskedForAsItStands(String key) {
        s3.put("city/" + key, new byte[] {7});
        assertThat(read("s3://city/" + key)).as("asked for %s", s3.asked()).isInstanceOf(Found.class);
        assertThat(s3.asked()).containsExactly("city/" + key);
    }

    @Test
    void theLongestKeyIsRead() {
        var key = "k".repeat(1_024);
        s3.put("city/" + key, new byte[] {7});
        assertThat(read("s3://city/" + key)).isInstanceOf(Found.class);
    }

    @Test
    void atMostOneByteMoreThanTheLimitIsRead() {
        s3.put("city/empty", new byte[0]);
        s3.put("city/most", new byte[MAX_BYTES]);
        s3.put("city/large", new byte[40 * MAX_BYTES]);
        assertThat(bytes("s3://city/empty")).isZero();
        assertThat(bytes("s3://city/most")).isEqualTo(MAX_BYTES);
        assertThat(bytes("s3://city/large")).isEqualTo(MAX_BYTES + 1);
    }

    @Test
    void onlyTheErrorCodeSaysThatAnObjectIsMissing() {
        assertThat(read("s3://city/none")).isEqualTo(new NotFound());
        s3.refuse(new Refusal(404, "<html>404 Not Found</html>"));
        assertThat(read("s3://city/none")).isInstanceOf(Unavailable.class);
        s3.refuse(new Refusal(404, ""));
        assertThat(read("s3://city/none")).isInstanceOf(Unavailable.class);
    }

    @Test
    void anObjectThatIsForbiddenMayBeMissing() {
        s3.withoutListBucket();
        assertThat(read("s3://city/none")).isEqualTo(new Forbidden("about AccessDenied"));
        s3.refuse(new Refusal(403, ""));
        assertThat(read("s3://city/none")).as("a proxy may say so").isInstanceOf(Unavailable.class);
    }

    @ParameterizedTest
    @CsvSource({"403, InvalidObjectState", "400, KeyTooLongError", "400, InvalidURI"})
    void whatS3NeverGivesIsDenied(int status, String code) {
        s3.refuse(Refusal.of(status, code));
        assertThat(read("s3://city/f.jpg")).isEqualTo(new Denied("%s (about %s)".formatted(code, code)));
    }

    @ParameterizedTest
    @CsvSource({
        "404, NoSuchBucket",
        "400, ExpiredToken",
        "403, InvalidAccessKeyId",
        "403, SignatureDoesNotMatch",
        "403, AllAccessDisabled",
        "301, PermanentRedirect",
        "404, NoSuchVersion",
        "418, SomethingNew"
    })
    void everythingElseWaits(int status, String code) {
        s3.refuse(Refusal.of(status, code));
        assertThat(read("s3://city/f.jpg"))
                .isInstanceOfSatisfying(
                        Unavailable.class, answer -> assertThat(answer.code()).isEqualTo(code));
    }

    @Test
    void aStoreThatIsNotThereWaits() {
        s3.close();
        assertThat(read("s3://city/f.jpg"))
                .isInstanceOfSatisfying(
                        Unavailable.class, answer -> assertThat(answer.code()).isEqualTo("SdkClientException"));
    }

    @Test
    void aFirstAttemptThatHangsIsGivenUpSoon() {
        s3.hang("city/f.jpg");
        try (var soon = new S3Pictures(s3.flink(), Duration.ofMillis(100))) {
            assertThat(soon.readSoon("s3://city/f.jpg", MAX_BYTES))
                    .isInstanceOfSatisfying(Unavailable.class, answer -> assertThat(answer.code())
                            .isEqualTo("ApiCallTimeoutException"));
        }
    }

    private int bytes(String uri) {
        return ((Found) read(uri)).picture().length;
    }

    private PictureAnswer read(String uri) {
        return pictures.read(uri, MAX_BYTES);
    }
}
