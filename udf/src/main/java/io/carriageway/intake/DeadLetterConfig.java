package io.carriageway.intake;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Limits on the size of dead letters, so that a record of any size can be rejected.
 *
 * @param payloadBytes most bytes of the record's value; 0: no payload
 * @param detailCharacters most characters of the detail, in UTF-16 as Java counts them
 */
public record DeadLetterConfig(int payloadBytes, int detailCharacters) implements Serializable {

    /** The limits when no option is given. */
    public static final DeadLetterConfig DEFAULT = new DeadLetterConfig(64 * 1024, 500);

    private static final String MARK = "...";
    private static final int MOST_PAYLOAD_BYTES = 16 * 1024 * 1024;
    private static final int LEAST_DETAIL_CHARACTERS = 40;
    private static final int MOST_DETAIL_CHARACTERS = 10_000;
    private static final int UTF8_BYTES_OF_CHARACTER = 3;

    /** Upper bound in bytes of a letter's topic, reason, hash, numbers and key, and of what Kafka adds. */
    private static final int OTHER_BYTES = 2048;

    public DeadLetterConfig {
        require("dead-letter.payload-limit", payloadBytes, 0, MOST_PAYLOAD_BYTES, " bytes");
        require(
                "dead-letter.detail-limit",
                detailCharacters,
                LEAST_DETAIL_CHARACTERS,
                MOST_DETAIL_CHARACTERS,
                " characters");
    }

    private static void require(String option, int value, int least, int most, String unit) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "option --%s is %d%s; give %d to %d".formatted(option, value, unit, least, most));
        }
    }

    /** The same without payload. */
    public DeadLetterConfig withoutPayload() {
        return new DeadLetterConfig(0, detailCharacters);
    }

    /** Upper bound in bytes of a letter's record in Kafka. */
    public int letterBytes() {
        return payloadBytes + UTF8_BYTES_OF_CHARACTER * detailCharacters + OTHER_BYTES;
    }

    /** The value's first bytes, or all if they are within the limit; null if letters have no payload. */
    byte[] payload(byte[] value) {
        if (value == null || payloadBytes == 0) {
            return null;
        }
        return value.length <= payloadBytes ? value : Arrays.copyOf(value, payloadBytes);
    }

    /** The text, or its beginning and a mark that it was cut. Surrogate pairs are not split. */
    String detail(String text) {
        return cut(text, detailCharacters);
    }

    /** The text, cut to the greatest limit that can be configured. */
    static String longestDetail(String text) {
        return cut(text, MOST_DETAIL_CHARACTERS);
    }

    private static String cut(String text, int most) {
        if (text == null) {
            return "";
        }
        if (text.length() <= most) {
            return text;
        }
        int end = most - MARK.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + MARK;
    }
}
