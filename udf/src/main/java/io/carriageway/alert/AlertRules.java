package io.carriageway.alert;

import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All rules of a file. Each version of a rule ends where the next one starts. */
public record AlertRules(List<AlertRule> rules) implements Serializable {

    public static final AlertRules NONE = new AlertRules(List.of());

    public AlertRules {
        rules = List.copyOf(rules);
    }

    /**
     * Reads rules.
     *
     * @param location name of the file in messages
     * @throws IllegalArgumentException if a rule is wrong; the message names it and says what to write instead
     */
    public static AlertRules parse(byte[] yaml, String location) throws IOException {
        return new AlertRulesFile(location).read(yaml);
    }

    /** Sorts the versions of each rule and sets their ends. The given ends are ignored. */
    static AlertRules ofVersions(List<AlertRule> versions) {
        var sorted = new ArrayList<>(versions);
        sorted.sort(Comparator.comparing(AlertRule::id).thenComparingInt(AlertRule::version));
        for (int i = 1; i < sorted.size(); i++) {
            var before = sorted.get(i - 1);
            var next = sorted.get(i);
            if (before.id().equals(next.id())) {
                requireSuccession(before, next);
                sorted.set(i - 1, before.until(next.effectiveFromMillis()));
            }
        }
        return new AlertRules(sorted);
    }

    private static void requireSuccession(AlertRule before, AlertRule next) {
        if (before.version() == next.version()) {
            throw new IllegalArgumentException("rule %s: it has version %d twice; a changed rule is a new version"
                    .formatted(next.id(), next.version()));
        }
        if (before.table() != next.table()) {
            throw new IllegalArgumentException(
                    "rule %s: version %d watches %s and version %d %s; give what watches another table another id"
                            .formatted(next.id(), before.version(), before.table(), next.version(), next.table()));
        }
        if (before.effectiveFromMillis() >= next.effectiveFromMillis()) {
            throw new IllegalArgumentException(
                    "rule %s: effective_from of version %d is %s, which is not after that of version %d, %s"
                            .formatted(
                                    next.id(),
                                    next.version(),
                                    Instant.ofEpochMilli(next.effectiveFromMillis()),
                                    before.version(),
                                    Instant.ofEpochMilli(before.effectiveFromMillis())));
        }
    }

    public List<AlertRule> of(AlertTable table) {
        return rules.stream().filter(rule -> rule.table() == table).toList();
    }
}
