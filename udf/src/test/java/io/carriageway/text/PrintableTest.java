package io.carriageway.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.intake.Rejection;
import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void controlCharactersAreWrittenAsJavaWritesThem() {
        assertThat(Printable.of("cam\n\r\t\u001b[2J\u0000\u0085\u2028\u202e\ufeff\ud83d"))
                .isEqualTo("cam\\n\\r\\t\\u001b[2J\\u0000\\u0085\\u2028\\u202e\\ufeff\\ud83d");
        assertThat(Printable.of("\udb40\udc01")).isEqualTo("\\udb40\\udc01");
    }

    @Test
    void whatPeopleCanReadStays() {
        assertThat(Printable.of("Straße 7, \ud83d\ude97 C:\\data")).isEqualTo("Straße 7, \ud83d\ude97 C:\\data");
    }

    /** Written as Java writes them, these are six times as long. */
    @Test
    void theDetailOfARejectionIsCutBeforeItIsMadePrintable() {
        assertThat(new Rejection("corrupt", "\u200b".repeat(1_000_000)).detail())
                .hasSize(9_997 * 6 + 3)
                .endsWith("\\u200b...");
    }

    @Test
    void theDetailOfARejectionIsOneLine() {
        assertThat(new Rejection("key-mismatch", "the record's key is 'a\n\u001b[2K'").detail())
                .isEqualTo("the record's key is 'a\\n\\u001b[2K'");
    }
}
