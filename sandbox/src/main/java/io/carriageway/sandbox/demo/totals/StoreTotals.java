package io.carriageway.sandbox.demo.totals;

import io.carriageway.sandbox.demo.terminal.TerminalStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The contents of the stores at one moment: on the left the topics, with the verdicts on records of whole minutes of
 * arrival, and on the right the tables.
 *
 * @param outputs number of records of each topic that the jobs write
 */
public record StoreTotals(List<TopicState> topics, Map<String, Long> outputs, List<TableState> tables) {

    /** The others are below the topics, so that all fit on a terminal of 24 lines. */
    private static final int MOST_ON_THE_RIGHT = 10;

    private static final String HEADING =
            line("topic              records accepted dupl late  rej", "table                rows  now");

    public static StoreTotals of(Map<String, Long> records, Map<String, LedgerSum> ledgers, List<TableState> tables) {
        var outputs = new LinkedHashMap<>(records);
        var topics = Topics.SIMULATED.stream()
                .map(topic -> new TopicState(topic, outputs.remove(topic), ledgers.getOrDefault(topic, LedgerSum.NONE)))
                .toList();
        return new StoreTotals(topics, outputs, tables);
    }

    public TopicState topic(String name) {
        return topics.stream()
                .filter(topic -> topic.topic().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public List<String> lines(TerminalStyle style) {
        var left = new ArrayList<String>();
        topics.forEach(topic -> left.add(of(topic)));
        outputs.forEach((topic, records) -> left.add(text("%-17s %8d", topic, records)));
        tables.stream().skip(MOST_ON_THE_RIGHT).forEach(table -> left.add(of(table)));
        var right = tables.stream().limit(MOST_ON_THE_RIGHT).toList();
        var lines = new ArrayList<String>();
        lines.add(style.bold(HEADING));
        for (var i = 0; i < Math.max(left.size(), right.size()); i++) {
            lines.add(line(i < left.size() ? left.get(i) : "", i < right.size() ? of(right.get(i)) : ""));
        }
        return lines;
    }

    private static String of(TopicState topic) {
        var ledger = topic.ledger();
        return text(
                "%-17s %8d %8d %4d %4d %4d",
                topic.topic(),
                topic.records(),
                ledger.accepted(),
                ledger.duplicate(),
                ledger.late(),
                ledger.rejected());
    }

    private static String of(TableState table) {
        return text("%-18s %6d  %.20s", table.table().name(), table.rows(), table.now());
    }

    private static String line(String left, String right) {
        return text("%-50s | %s", left, right).stripTrailing();
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
