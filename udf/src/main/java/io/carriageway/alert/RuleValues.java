package io.carriageway.alert;

import com.fasterxml.jackson.databind.JsonNode;
import io.carriageway.text.Identifier;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.apache.flink.util.TimeUtils;

/** Parses the values of a rule's keys. Errors say what to write instead. */
record RuleValues(JsonNode node) {

    private static final Pattern NUMBER = Pattern.compile("\\s*[0-9]+\\s*");
    private static final int MAX_ID = 64;
    private static final int MILLI_DIGITS = 3;
    private static final BigDecimal BIGGEST = BigDecimal.valueOf(1_000_000_000);
    private static final Duration LONGEST = Duration.ofDays(365);

    Duration duration(String key) {
        var text = node.path(key).asText();
        // Flink reads a number without a unit as milliseconds, which no author of a rule means
        require(
                node.path(key).isTextual() && !NUMBER.matcher(text).matches(),
                "%s is %s, not a duration with its unit such as 5 min",
                key,
                shown(key));
        try {
            var duration = TimeUtils.parseDuration(text);
            if (duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw wrong("%s is %s, not a duration such as 5 min", key, shown(key));
        }
        throw wrong("%s is %s, longer than %d days", key, shown(key), LONGEST.toDays());
    }

    Instant time(String key) {
        try {
            return Instant.parse(text(key));
        } catch (DateTimeException e) {
            throw wrong("%s is %s, not a time like 2026-03-01T00:00:00Z", key, shown(key));
        }
    }

    long milli(String key) {
        var number = node.path(key);
        require(number.isNumber(), "%s is %s, not a number", key, shown(key));
        require(number.decimalValue().abs().compareTo(BIGGEST) <= 0, "%s is %s, beyond a billion", key, shown(key));
        BigDecimal milli = number.decimalValue().movePointRight(MILLI_DIGITS);
        require(
                milli.stripTrailingZeros().scale() <= 0,
                "%s is %s, which has more than %d decimals",
                key,
                shown(key),
                MILLI_DIGITS);
        return milli.longValueExact();
    }

    /** The value as text; empty if the key is missing. */
    String text(String key) {
        return node.path(key).asText("");
    }

    static String id(String key, JsonNode value) {
        var id = value.asText("");
        require(
                value.isTextual() && !id.isEmpty(),
                "%s is %s, not a text of 1 to %d characters; write one that looks like a number in quotes",
                key,
                value.isMissingNode() ? "missing" : value,
                MAX_ID);
        Identifier.fault(id, MAX_ID).ifPresent(fault -> {
            throw wrong("%s is %s, which %s", key, value, fault);
        });
        return id;
    }

    boolean has(String key) {
        return node.hasNonNull(key);
    }

    String shown(String key) {
        return node.path(key).isMissingNode() ? "missing" : node.path(key).toString();
    }

    static void require(boolean holds, String fault, Object... values) {
        if (!holds) {
            throw wrong(fault, values);
        }
    }

    static IllegalArgumentException wrong(String fault, Object... values) {
        return new IllegalArgumentException(fault.formatted(values));
    }
}
