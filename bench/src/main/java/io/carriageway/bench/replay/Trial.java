package io.carriageway.bench.replay;

import java.util.List;

/** The cost of one way to compute the rows, and its rows. */
record Trial(Way way, long events, double wallSeconds, CpuSeconds cpu, List<TableSum> tables) {

    double eventsPerSecond() {
        return events / wallSeconds;
    }

    /** Events per second of the job's own CPU time, without servers and database. */
    double eventsPerCpuSecond() {
        return events / cpu.jobs();
    }

    long rows() {
        return tables.stream().mapToLong(TableSum::rows).sum();
    }

    /** The differences between this way's tables and another way's. */
    List<String> differencesFrom(Trial other) {
        return tables.stream()
                .filter(sum -> !other.tables.contains(sum))
                .map(sum -> "%s: %s has %s, and %s %s"
                        .formatted(
                                sum.table(),
                                way.title(),
                                sum.figures(),
                                other.way.title(),
                                other.table(sum.table()).figures()))
                .toList();
    }

    private TableSum table(String name) {
        return tables.stream()
                .filter(sum -> sum.table().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
