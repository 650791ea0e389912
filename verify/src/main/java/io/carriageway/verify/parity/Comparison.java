package io.carriageway.verify.parity;

import io.carriageway.verify.oracle.Rows;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;

/** Compares the rows of a table or dataset of one run with the live run's rows of the range. */
record Comparison(Stored stored, Range range, Mode mode, int parallelism, Rows live, Rows run) {

    private static final int SHOWN = 5;
    private static final int HASH_CHARACTERS = 12;

    boolean isByRuleEmpty() {
        return !stored.kept().by(mode);
    }

    /** Whether they are equal. No rows in the live run would prove nothing, so that is a difference too. */
    boolean differs() {
        return isByRuleEmpty()
                ? !run.rows().isEmpty()
                : live.rows().isEmpty() || !hash(live).equals(hash(run));
    }

    /** Covers all columns of all rows, in any order. */
    static String hash(Rows rows) {
        var sorted = rows.rows().stream().map(Map::toString).sorted().toList();
        return DigestUtils.sha256Hex(String.join("\n", sorted).getBytes(StandardCharsets.UTF_8))
                .substring(0, HASH_CHARACTERS);
    }

    /** One line, and if they differ the first rows that only one of them has. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(String.format(
                Locale.ROOT,
                "%-34s %-7s %-16s p%d %,8d rows  %-12s  %s",
                stored.label(),
                range.name(),
                mode,
                parallelism,
                run.rows().size(),
                run.rows().isEmpty() ? "-" : hash(run),
                verdict()));
        if (differs()) {
            lines.addAll(only("live", live.without(run)));
            lines.addAll(only(mode.toString(), run.without(live)));
        }
        return lines;
    }

    private String verdict() {
        if (differs()) {
            return live.rows().isEmpty() ? "NOTHING TO COMPARE" : "DIFFERS from %s".formatted(hash(live));
        }
        return isByRuleEmpty() ? "-" : "equal";
    }

    private static List<String> only(String who, Rows rows) {
        var lines = new ArrayList<String>();
        if (!rows.rows().isEmpty()) {
            lines.add("    only %s has %d:".formatted(who, rows.rows().size()));
        }
        rows.rows().stream().map(Map::toString).sorted().limit(SHOWN).forEach(row -> lines.add("      " + row));
        return lines;
    }
}
