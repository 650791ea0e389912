package io.carriageway.camera.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.camera.picture.PictureAnswer.Forbidden;
import io.carriageway.camera.picture.PictureAnswer.Found;
import io.carriageway.camera.picture.PictureAnswer.NotFound;
import io.carriageway.camera.picture.PictureAnswer.Unavailable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BucketRightsTest {

    private static final String CANARY = "s3://city/canary";
    private static final PictureAnswer FORBIDDEN = new Forbidden("Access Denied");
    private static final PictureAnswer FOUND = new Found(new byte[0]);

    @Test
    void aBucketThatSaysThatNothingIsThereLacksNothing() {
        assertThat(missing(new NotFound(), null)).isEmpty();
        assertThat(missing(new NotFound(), FOUND)).isEmpty();
    }

    @Test
    void aBucketThatForbidsWhatCannotExistNamesTheRightsAndWhatFollows() {
        assertThat(missing(FORBIDDEN, null).orElseThrow())
                .contains("Grant s3:ListBucket on arn:aws:s3:::city and s3:GetObject on arn:aws:s3:::city/*")
                .endsWith("waits and holds back the rows of windows (frames.denied=wait)");
        assertThat(missing(FORBIDDEN, FORBIDDEN).orElseThrow()).contains("and s3:GetObject");
        assertThat(missing(FORBIDDEN, FOUND).orElseThrow())
                .contains("Grant s3:ListBucket on arn:aws:s3:::city. ")
                .endsWith("is rejected as picture-denied while s3://city/canary can be read (frames.denied=reject)");
    }

    @Test
    void anyOtherAnswerIsNamed() {
        assertThat(missing(new Unavailable("NoSuchBucket", "It does not exist"), null))
                .contains(
                        "Bucket city of frames.buckets cannot be checked: NoSuchBucket (It does not exist). Frames whose"
                                + " pictures are there wait until it can");
        assertThat(missing(new NotFound(), new NotFound()).orElseThrow())
                .startsWith("frames.canary s3://city/canary cannot be read: NoSuchKey");
    }

    private static Optional<String> missing(PictureAnswer ofNothing, PictureAnswer ofCanary) {
        PictureReader reader = (uri, maxBytes) -> uri.equals(CANARY) ? ofCanary : ofNothing;
        var canaries = ofCanary == null ? Map.<String, String>of() : Map.of("city", CANARY);
        var config = new FetchConfig(null, 100, Set.of("city"), canaries, 1, FetchConfig.DENIED_PAUSE);
        return new BucketRights(reader, config).missingIn("city");
    }
}
