package io.carriageway.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.carriageway.event.DeadLetter;
import io.carriageway.schemas.SingleObjectCodec;
import java.util.Arrays;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;

class RejectedTest {

    private static final DeadLetterConfig LIMITS = DeadLetterConfig.DEFAULT;
    private static final RecordOrigin ARRIVAL = new RecordOrigin("t".repeat(249), 7, Long.MAX_VALUE, Long.MIN_VALUE);

    @Test
    void aValueWithinTheLimitIsWhole() {
        var value = value(64 * 1024);
        var letter = letter(LIMITS, value, "why");
        assertThat(letter.getPayload().array()).isEqualTo(value);
        assertThat(letter.getPayloadLength()).isEqualTo(value.length);
        assertThat(letter.getDetail()).isEqualTo("why");
    }

    @Test
    void ofALongerValueThereIsTheBeginningWithHashAndLengthOfTheWhole() {
        var value = value(25_000_000);
        var letter = letter(LIMITS, value, "why");
        assertThat(letter.getPayload().array()).isEqualTo(Arrays.copyOf(value, 64 * 1024));
        assertThat(letter.getPayloadLength()).isEqualTo(25_000_000);
        assertThat(letter.getPayloadSha256()).isEqualTo(DigestUtils.sha256Hex(value));
    }

    @Test
    void withoutPayloadThereIsHashAndLength() {
        var value = value(100);
        var letter = letter(LIMITS.withoutPayload(), value, "why");
        assertThat(letter.getPayload()).isNull();
        assertThat(letter.getPayloadSha256()).isEqualTo(DigestUtils.sha256Hex(value));
        assertThat(letter.getPayloadLength()).isEqualTo(100);
        assertThat(new Rejected(ARRIVAL, new Rejection("corrupt", "why"), value).deadLetter(LIMITS))
                .isEqualTo(letter);
    }

    @Test
    void aRecordWithoutValueHasNeitherPayloadNorHash() {
        var letter = letter(LIMITS, null, "why");
        assertThat(letter.getPayload()).isNull();
        assertThat(letter.getPayloadSha256()).isNull();
        assertThat(letter.getPayloadLength()).isZero();
    }

    @Test
    void aLongDetailIsCutAndMarkedButNeverInsideACharacter() {
        assertThat(LIMITS.detail("x".repeat(500))).isEqualTo("x".repeat(500));
        assertThat(LIMITS.detail("x".repeat(501))).isEqualTo("x".repeat(497) + "...");
        assertThat(LIMITS.detail("x" + "😀".repeat(300))).isEqualTo("x" + "😀".repeat(248) + "...");
        assertThat(LIMITS.detail("😀".repeat(300))).isEqualTo("😀".repeat(248) + "...");
        assertThat(letter(LIMITS, value(1), "x".repeat(1_000_000)).getDetail()).hasSize(500);
    }

    /** A step after intake gives a detail of its own. */
    @Test
    void theDetailIsCutInTheLetterToo() {
        var rejected = new Rejected(ARRIVAL, new Rejection("picture-not-found", "x".repeat(1_000)), value(1));
        assertThat(rejected.deadLetter(LIMITS).getDetail()).hasSize(500);
    }

    /** An exception without a message must not become a letter that cannot be written. */
    @Test
    void aDetailThatIsMissingIsEmpty() {
        assertThat(LIMITS.detail(null)).isEmpty();
    }

    @Test
    void noLetterIsLargerThanItsLimitsSay() {
        var codec = new SingleObjectCodec<>(DeadLetter.class);
        for (var limits :
                new DeadLetterConfig[] {LIMITS, LIMITS.withoutPayload(), new DeadLetterConfig(1 << 20, 10_000)}) {
            var rejected = Rejected.within(
                    limits, ARRIVAL, new Rejection("r".repeat(64), "€".repeat(20_000)), value(2_000_000));
            assertThat(codec.encode(rejected.deadLetter(limits)).length).isLessThan(limits.letterBytes() - 500);
        }
    }

    @Test
    void limitsThatNoLetterCanHaveAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeadLetterConfig(17 << 20, 500))
                .withMessage("option --dead-letter.payload-limit is 17825792 bytes; give 0 to 16777216");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeadLetterConfig(0, 39))
                .withMessage("option --dead-letter.detail-limit is 39 characters; give 40 to 10000");
    }

    private static DeadLetter letter(DeadLetterConfig limits, byte[] value, String detail) {
        return Rejected.within(limits, ARRIVAL, new Rejection("corrupt", detail), value)
                .deadLetter(limits);
    }

    private static byte[] value(int length) {
        var value = new byte[length];
        for (int i = 0; i < length; i++) {
            value[i] = (byte) (i * 31 + i / 251);
        }
        return value;
    }
}
