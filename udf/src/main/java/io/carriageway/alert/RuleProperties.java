package io.carriageway.alert;

import static io.carriageway.alert.RuleValues.id;
import static io.carriageway.alert.RuleValues.require;
import static io.carriageway.alert.RuleValues.wrong;

import com.fasterxml.jackson.databind.JsonNode;
import io.carriageway.alert.Threshold.Side;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** One rule as the file has it. Errors say what is wrong and what to write instead. */
record RuleProperties(JsonNode node, RuleValues values) {

    private static final long MILLIS_PER_SECOND = 1_000;
    private static final Set<String> KEYS = Set.of("id", "version", "effective_from", "table", "kind", "for", "sites");
    private static final Set<String> THRESHOLD_KEYS = Set.of("metric", "above", "below", "clear");

    RuleProperties(JsonNode node) {
        this(node, new RuleValues(node));
    }

    AlertRule rule() {
        require(node.isObject(), "it is %s, not keys and values such as id: crowded", node);
        var id = id("id", node.path("id"));
        var table = table();
        var condition = condition(table);
        return new AlertRule(id, version(), table, condition, sites(), effectiveFrom(table), Long.MAX_VALUE);
    }

    private Condition condition(AlertTable table) {
        var kind = values.text("kind");
        return switch (kind) {
            case "threshold" -> {
                requireKnownKeys(kind, THRESHOLD_KEYS);
                yield threshold(table);
            }
            case "silent" -> {
                requireKnownKeys(kind, Set.of());
                require(values.has("for"), "for is missing: how long a site may have no row, such as 5 min");
                yield new Silence(duration(table));
            }
            default -> throw wrong("kind is %s, not threshold or silent", values.shown("kind"));
        };
    }

    private Threshold threshold(AlertTable table) {
        var metric = values.text("metric");
        require(
                table.metrics().contains(metric),
                "metric is %s, which %s does not have; it has %s",
                values.shown("metric"),
                table,
                table.metrics());
        require(values.has("above") != values.has("below"), "it must have one of above and below");
        var side = values.has("above") ? Side.ABOVE : Side.BELOW;
        var sideKey = values.has("above") ? "above" : "below";
        long threshold = values.milli(sideKey);
        long clear = values.has("clear") ? values.milli("clear") : threshold;
        require(
                !side.isBeyond(clear, threshold),
                "clear is %s, at which it would raise: write the same as %s or a value on its other side",
                values.shown("clear"),
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
        return AlertTable.find(values.text("table"))
                .orElseThrow(
                        () -> wrong("table is %s, not one of %s", values.shown("table"), List.of(AlertTable.values())));
    }

    private int version() {
        var version = node.path("version");
        require(
                version.canConvertToInt() && version.isIntegralNumber() && version.intValue() >= 1,
                "version is %s, not a whole number from 1 on",
                values.shown("version"));
        return version.intValue();
    }

    /**
     * Start of the version in milliseconds since the epoch. It must be the start of a window, so that each window
     * belongs to one version.
     */
    private long effectiveFrom(AlertTable table) {
        var time = values.time("effective_from");
        long window = table.windowMillis() / MILLIS_PER_SECOND;
        if (time.getNano() == 0 && Math.floorMod(time.getEpochSecond(), window) == 0) {
            return time.toEpochMilli();
        }
        throw wrong(
                "effective_from is %s, at which no window of %s starts: they start every %d min",
                values.shown("effective_from"),
                table,
                Duration.ofMillis(table.windowMillis()).toMinutes());
    }

    private long duration(AlertTable table) {
        long window = table.windowMillis();
        if (!values.has("for")) {
            return window;
        }
        long millis = values.duration("for").toMillis();
        require(
                millis >= window && millis % window == 0,
                "for is %s, not a multiple of the windows of %s, %d min",
                values.shown("for"),
                table,
                Duration.ofMillis(window).toMinutes());
        return millis;
    }

    /** The ids of the sites; null if the rule has no key sites: then it watches every site. */
    private Set<String> sites() {
        if (!node.has("sites")) {
            return null;
        }
        require(
                node.path("sites").isArray(),
                "sites is %s, not a list of ids: drop the key for every site, or write [] for none",
                values.shown("sites"));
        var sites = new HashSet<String>();
        node.path("sites").forEach(site -> sites.add(id("each of sites", site)));
        return sites;
    }
}
