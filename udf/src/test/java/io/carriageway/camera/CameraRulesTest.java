package io.carriageway.camera;

import static io.carriageway.intake.Frames.NOON;
import static io.carriageway.intake.Frames.frame;
import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.camera.picture.PictureUri;
import io.carriageway.event.CameraFrame;
import io.carriageway.intake.Rejection;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CameraRulesTest {

    private final CameraRules rules = new CameraRules(Set.of("city-frames"));

    @Test
    void aGoodFramePasses() {
        assertThat(rules.check(good())).isEmpty();
        assertThat(rules.check(byUri("s3://city-frames/cam-1/f-1.jpg"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {91, -90.001, Double.NaN, Double.POSITIVE_INFINITY})
    void latitudeMustBeOnEarth(double latitude) {
        var frame = good();
        frame.setLatitude(latitude);
        assertThat(reason(frame)).isEqualTo("latitude-out-of-range");
    }

    @ParameterizedTest
    @ValueSource(doubles = {180.5, -181, Double.NaN})
    void longitudeMustBeOnEarth(double longitude) {
        var frame = good();
        frame.setLongitude(longitude);
        assertThat(reason(frame)).isEqualTo("longitude-out-of-range");
    }

    @Test
    void exactlyZeroAndZeroIsNoPosition() {
        var frame = good();
        frame.setLatitude(0);
        frame.setLongitude(0);
        assertThat(reason(frame)).isEqualTo("position-zero");
    }

    @Test
    void exactlyOneOfPictureAndAddressIsWanted() {
        var neither = good();
        neither.setImage(null);
        assertThat(reason(neither)).isEqualTo("picture-missing");
        var both = good();
        both.setImageUri("s3://city-frames/f.jpg");
        assertThat(reason(both)).isEqualTo("picture-ambiguous");
    }

    @ParameterizedTest
    @CsvSource({
        "s3://other-bucket/f.jpg, bucket-not-allowed",
        "s3://city-frames.evil.example/f.jpg, bucket-not-allowed",
        "s3:///f.jpg, bucket-not-allowed",
        "http://169.254.169.254/latest/meta-data, scheme-not-allowed",
        "file:///etc/passwd, scheme-not-allowed",
        "s3:/city-frames/f.jpg, scheme-not-allowed",
        "S3://city-frames/f.jpg, scheme-not-allowed",
        "f.jpg, scheme-not-allowed",
        "'', scheme-not-allowed",
        "s3://city-frames:443/f.jpg, bucket-not-allowed",
        "s3://user@city-frames/f.jpg, bucket-not-allowed",
        "s3://city-frames?/f.jpg, bucket-not-allowed",
        "s3://city-frames, uri-invalid",
        "s3://city-frames/, uri-invalid"
    })
    void anAddressIsFollowedOnlyIntoAllowedBuckets(String uri, String reason) {
        assertThat(reason(byUri(uri))).isEqualTo(reason);
    }

    /** Keys that S3 accepts, and a parser of URIs refuses or decodes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b.jpg",
                " ",
                "/f.jpg",
                "a//f.jpg",
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
                ".hidden",
                "...",
                "a../..b/c.",
                "a:b@c"
            })
    void aKeyIsTakenAsItStands(String key) {
        assertThat(rules.check(byUri("s3://city-frames/" + key))).isEmpty();
        assertThat(PictureUri.keyOf("s3://city-frames/" + key)).isEqualTo(key);
        assertThat(PictureUri.bucketOf("s3://city-frames/" + key)).isEqualTo("city-frames");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../x",
                "..",
                ".",
                "a/../x",
                "a/./x",
                "./x",
                "a/..",
                "a/.",
                "a//../b",
                "a\nb",
                "\u0000",
                "a\u007f",
                "a\u0085b",
                "\ud83d.jpg",
                "\ude97"
            })
    void aKeyThatCannotBeAskedForAsItStandsIsInvalid(String key) {
        assertThat(reason(byUri("s3://city-frames/" + key))).isEqualTo("uri-invalid");
    }

    @Test
    void aKeyHasAtMost1024BytesInUtf8() {
        assertThat(reason(byUri("s3://city-frames/" + "k".repeat(1_024)))).isEqualTo("none");
        assertThat(reason(byUri("s3://city-frames/" + "ß".repeat(512)))).isEqualTo("none");
        assertThat(reason(byUri("s3://city-frames/" + "k".repeat(1_025)))).isEqualTo("uri-invalid");
        assertThat(reason(byUri("s3://city-frames/" + "ß".repeat(513)))).isEqualTo("uri-invalid");
        assertThat(reason(byUri("s3://city-frames/" + "🚗".repeat(257)))).isEqualTo("uri-invalid");
    }

    /** The job needs many times the memory of the text that a detail quotes. */
    @Test
    void whatIsFarTooLongForAnAddressIsNotQuoted() {
        for (var start : new String[] {"", "http://", "s3://", "s3://city-frames/", "s3://other/"}) {
            var rejection = rules.check(byUri(start + "\u0000".repeat(2_001))).orElseThrow();
            assertThat(rejection.reason()).isEqualTo("uri-invalid");
            assertThat(rejection.detail()).isEqualTo("image_uri has more than 2000 characters");
        }
        assertThat(rules.check(byUri("s3://" + "b".repeat(1_990))).orElseThrow().detail())
                .isEqualTo("bucket %s... is not in frames.buckets [city-frames]".formatted("b".repeat(100)));
    }

    /** The order of a set of strings differs from JVM to JVM, and a detail is stored. */
    @Test
    void allowedBucketsAreNamedInTheirOrder() {
        var names = IntStream.range(10, 40).mapToObj(n -> "bucket-" + n).toList();
        assertThat(PictureUri.check("s3://other/x", Set.copyOf(names))
                        .orElseThrow()
                        .detail())
                .isEqualTo("bucket other is not in frames.buckets " + names);
    }

    @Test
    void aFolderAllowsWhatIsInIt() {
        var allowed = Set.of("city/in");
        assertThat(PictureUri.check("s3://city/in/a.jpg", allowed)).isEmpty();
        for (var outside :
                new String[] {"s3://city/a.jpg", "s3://city/in", "s3://city/inner/a.jpg", "s3://city//in/a.jpg"}) {
            var rejection = PictureUri.check(outside, allowed).orElseThrow();
            assertThat(rejection.reason()).isEqualTo("bucket-not-allowed");
            assertThat(rejection.detail()).isEqualTo("the folder of %s is not in frames.buckets [city/in]", outside);
        }
        assertThat(PictureUri.check("s3://city/in/../a.jpg", allowed)
                        .orElseThrow()
                        .reason())
                .isEqualTo("uri-invalid");
    }

    @Test
    void idsAreNeitherEmptyNorEndless() {
        var nameless = good();
        nameless.setFrameId("");
        assertThat(reason(nameless)).isEqualTo("id-invalid");
        var endless = good();
        endless.setCameraId("c".repeat(65));
        assertThat(reason(endless)).isEqualTo("text-too-long");
    }

    private static CameraFrame good() {
        return frame("cam-1", "f-1", NOON);
    }

    private static CameraFrame byUri(String uri) {
        return new CameraFrame("f-1", "cam-1", NOON, 52.5, 13.4, null, uri);
    }

    private String reason(CameraFrame frame) {
        return rules.check(frame).map(Rejection::reason).orElse("none");
    }
}
