package io.carriageway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextRulesTest {

    private static final String CAR = "\uD83D\uDE97";

    @Test
    void freeTextIsCutAtCodePointsAndNeverInsideAPair() {
        assertThat(TextRules.freeText("a" + CAR.repeat(2_000))).isEqualTo("a" + CAR.repeat(1_999));
        assertThat(TextRules.freeText(CAR.repeat(2_000))).isEqualTo(CAR.repeat(2_000));
        assertThat(TextRules.freeText("x".repeat(16_000_000))).isEqualTo("x".repeat(2_000));
        assertThat(TextRules.freeText(null)).isNull();
    }

    @Test
    void aLoneSurrogateIsWhatTheLakeWouldMakeOfIt() {
        assertThat(TextRules.freeText("a\uD83Db\uDE97" + CAR)).isEqualTo("a\uFFFDb\uFFFD" + CAR);
    }

    @Test
    void cuttingTwiceIsCuttingOnce() {
        var once = TextRules.freeText("\uD83D" + CAR.repeat(3_000));
        assertThat(TextRules.freeText(once)).isEqualTo(once);
    }

    @Test
    void aShortTextIsRefusedAndNotCut() {
        assertThat(TextRules.shortText("make", null, 64)).isEmpty();
        assertThat(TextRules.shortText("make", CAR.repeat(64), 64)).isEmpty();
        assertThat(TextRules.shortText("make", CAR.repeat(65), 64))
                .contains(new Rejection("text-too-long", "make has 65 characters, at most 64 are allowed"));
    }
}
