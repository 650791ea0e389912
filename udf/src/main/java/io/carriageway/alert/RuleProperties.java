package io.carriageway.alert;

import com.fasterxml.jackson.databind.JsonNode;
import io.carriageway.alert.Threshold.Side;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.util.TimeUtils;

/** One rule as the file has it. What is wrong with it is told in words that say what to write instead. */
record RuleProperties(JsonNode node) {

    private static final int MAX_ID = 64;
    private static final int MILLI_DIGITS = 3;
    private static final BigDecimal BIGGEST = BigDecimal.valueOf(1_000_000_000);
    private static final Duration LONGEST = Duration.ofDays(365);
    private static final Set<String> KEYS = Set.of("id", "version", "effective_from", "table", "kind", "for", "sites");
    private static final Set<String> THRESHOLD_KEYS = Set.of("metric", "above", "below", "clear");

    AlertRule rule() {
        require(node.isObject(), "it is %s, not keys and values such as id: crowded", node);
        var id = id("id", node.path("id"));
        var table = table();
        var condition = condition(table);
        return new AlertRule(id, version(), table, condition, sites(), effectiveFrom(table), Long.MAX_VALUE);
    }

    private Condition condition(AlertTable table) {
        var kind = node.path("kind").asText("");
        return switch (kind) {
            case "threshold" -> {
                requireKnownKeys(kind, THRESHOLD_KEYS);
                yield threshold(table);
            }
            case "silent" -> {
                requireKnownKeys(kind, Set.of());
                require(has("for"), "for is missing: how long a site may have no row, such as 5 min");
                yield new Silence(duration(table));
            }
            default -> throw wrong("kind is %s, not threshold or silent", shown("kind"));
        };
    }

    private Threshold threshold(AlertTable table) {
        var metric = node.path("metric").asText("");
        require(
                table.metrics().contains(metric),
                "metric is %s, which %s does not have; it has %s",
                shown("metric"),
                table,
                table.metrics());
        require(has("above") != has("below"), "it must have one of above and below");
        var side = has("above") ? Side.ABOVE : Side.BELOW;
        var sideKey = has("above") ? "above" : "below";
        long threshold = milli(sideKey);
        long clear = has("clear") ? milli("clear") : threshold;
        require(
                !side.isBeyond(clear, threshold),
                "clear is %s, at which it would raise: write the same as %s or a value on its other side",
                shown("clear"),
                sideKey);
        long windows = duration(table) / table.windowMillis();
        return new Threshold(metric, side, threshold, clear, Math.toIntExact(windows));
    }

    private void requireKnownKeys(String kind, Set<String> more) {
        var known = new TreeSet<>(KEYS);
        known.addAll(more);
        var unknown = new TreeSet<String>();
        node.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(known);
        require(unknown.isEmpty(), "unknown keys %s; kind %s knows %s", unknown, kind, known);
    }

    private AlertTable table() {
        return AlertTable.find(node.path("table").asText(""))
                .orElseThrow(() -> wrong("table is %s, not one of %s", shown("table"), List.of(AlertTable.values())));
    }

    private int version() {
        var version = node.path("version");
        require(
                version.canConvertToInt() && version.isIntegralNumber() && version.intValue() >= 1,
                "version is %s, not a whole number from 1 on",
                shown("version"));
        return version.intValue();
    }

    /** A version takes over where a window starts, so that each window has one and ends within it. */
    private long effectiveFrom(AlertTable table) {
        try {
            var time = Instant.parse(node.path("effective_from").asText(""));
            long millis = time.toEpochMilli();
            if (time.equals(Instant.ofEpochMilli(millis)) && Math.floorMod(millis, table.windowMillis()) == 0) {
                return millis;
            }
        } catch (DateTimeException e) {
            throw wrong("effective_from is %s, not a time like 2026-03-01T00:00:00Z", shown("effective_from"));
        }
        throw wrong(
                "effective_from is %s, at which no window of %s starts: they start every %d min",
                shown("effective_from"),
                table,
                Duration.ofMillis(table.windowMillis()).toMinutes());
    }

    private long duration(AlertTable table) {
        long window = table.windowMillis();
        if (!has("for")) {
            return window;
        }
        require(node.path("for").isTextual(), "for is %s, not a duration with its unit such as 5 min", shown("for"));
        long millis = parsedDuration().toMillis();
        require(
                millis >= window && millis % window == 0,
                "for is %s, not a multiple of the windows of %s, %d min",
                shown("for"),
                table,
                Duration.ofMillis(window).toMinutes());
        return millis;
    }

    private Duration parsedDuration() {
        try {
            var duration = TimeUtils.parseDuration(node.path("for").textValue());
            if (duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw wrong("for is %s, not a duration such as 5 min", shown("for"));
        }
        throw wrong("for is %s, longer than %d days", shown("for"), LONGEST.toDays());
    }

    private long milli(String key) {
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

    /** Null where the rule names none: then it watches every site. */
    private Set<String> sites() {
        if (!node.has("sites")) {
            return null;
        }
        require(
                node.path("sites").isArray(),
                "sites is %s, not a list of ids: drop the key for every site, or write [] for none",
                shown("sites"));
        var sites = new HashSet<String>();
        node.path("sites").forEach(site -> sites.add(id("each of sites", site)));
        return sites;
    }

    private static String id(String key, JsonNode value) {
        var id = value.asText("");
        require(
                value.isTextual() && !id.isBlank() && id.length() <= MAX_ID,
                "%s is %s, not a text of 1 to %d characters; write one that looks like a number in quotes",
                key,
                value.isMissingNode() ? "missing" : value,
                MAX_ID);
        return id;
    }

    private boolean has(String key) {
        return node.hasNonNull(key);
    }

    private String shown(String key) {
        return node.path(key).isMissingNode() ? "missing" : node.path(key).toString();
    }

    private static void require(boolean holds, String fault, Object... values) {
        if (!holds) {
            throw wrong(fault, values);
        }
    }

    private static IllegalArgumentException wrong(String fault, Object... values) {
        return new IllegalArgumentException(fault.formatted(values));
    }
}
