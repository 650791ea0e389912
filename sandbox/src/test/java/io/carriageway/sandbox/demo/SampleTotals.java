package io.carriageway.sandbox.demo;

import io.carriageway.sandbox.demo.totals.DemoTable;
import io.carriageway.sandbox.demo.totals.DemoTables;
import io.carriageway.sandbox.demo.totals.LedgerSum;
import io.carriageway.sandbox.demo.totals.StoreTotals;
import io.carriageway.sandbox.demo.totals.TableState;
import io.carriageway.sandbox.demo.totals.TopicState;
import io.carriageway.sandbox.demo.totals.Topics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The totals of a sound run of a small city. */
public final class SampleTotals {

    public static final LedgerSum CAMERA_LEDGER = new LedgerSum(800, 790, 3, 2, 5, true);
    private static final LedgerSum TELEMETRY_LEDGER = new LedgerSum(90_000, 90_000, 0, 0, 0, true);
    private static final LedgerSum WEATHER_LEDGER = new LedgerSum(284, 281, 1, 1, 1, true);
    private static final LedgerSum ACCIDENT_LEDGER = new LedgerSum(10, 10, 0, 0, 0, true);

    private SampleTotals() {}

    public static StoreTotals sound() {
        return new StoreTotals(
                List.of(
                        new TopicState(Topics.CAMERA, 800, CAMERA_LEDGER),
                        new TopicState(Topics.TELEMETRY, 90_000, TELEMETRY_LEDGER),
                        new TopicState(Topics.WEATHER, 284, WEATHER_LEDGER),
                        new TopicState(Topics.ACCIDENT, 10, ACCIDENT_LEDGER)),
                new LinkedHashMap<>(Map.of(Topics.DETECTION, 790L)),
                DemoTables.ALL.stream().map(SampleTotals::table).toList());
    }

    /** Each table has as many rows as its name has letters; tables that count all events have all of them. */
    private static TableState table(DemoTable table) {
        var events = table.countsAllOf().map(SampleTotals::accepted).orElse(7L);
        var rows = table.name().length();
        return new TableState(table, rows, 0, events, rows, "");
    }

    private static long accepted(String topic) {
        return switch (topic) {
            case Topics.CAMERA -> CAMERA_LEDGER.accepted();
            case Topics.TELEMETRY -> TELEMETRY_LEDGER.accepted();
            case Topics.WEATHER -> WEATHER_LEDGER.accepted();
            default -> ACCIDENT_LEDGER.accepted();
        };
    }

    /** The same with another state of that topic. */
    public static StoreTotals with(TopicState other) {
        var topics = sound().topics().stream()
                .map(topic -> topic.topic().equals(other.topic()) ? other : topic)
                .toList();
        return new StoreTotals(topics, sound().outputs(), sound().tables());
    }

    /** The same with another state of that table. */
    public static StoreTotals with(String name, long rows, long open, long events) {
        var tables = sound().tables().stream()
                .map(state -> state.table().name().equals(name)
                        ? new TableState(state.table(), rows, open, events, rows, "")
                        : state)
                .toList();
        return new StoreTotals(sound().topics(), sound().outputs(), tables);
    }
}
