package io.carriageway.schemas;

import io.carriageway.schemas.Decoded.Fault;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Parses RFC 3339 times to whole milliseconds; further digits are cut. */
final class TimeText {

    private static final int DATE_LENGTH = "2026-06-01".length();

    private TimeText() {}

    /**
     * Parses a time. A blank is allowed instead of the T, as in RFC 3339, because Flink SQL's JSON format writes it.
     */
    static Instant parse(String text) throws UndecodableException {
        boolean blank = text.length() > DATE_LENGTH && text.charAt(DATE_LENGTH) == ' ';
        var iso = blank ? text.substring(0, DATE_LENGTH) + 'T' + text.substring(DATE_LENGTH + 1) : text;
        try {
            return Instant.ofEpochMilli(OffsetDateTime.parse(iso).toInstant().toEpochMilli());
        } catch (DateTimeException | ArithmeticException e) {
            throw new UndecodableException(
                    Fault.FIELD_INVALID,
                    "is no time with a zone, such as 2026-06-01T12:00:00.250Z or 2026-06-01T14:00:00+02:00");
        }
    }
}
