package io.carriageway.bench.replay;

import java.util.List;

/** What a way of computing the rows has cost, and the rows that it gave. */
record Trial(Way way, long events, double wallSeconds, CpuSeconds cpu, List<TableSum> tables) {

    double eventsPerSecond() {
        return events / wallSeconds;
    }

    /** Of the job's own CPU time, without servers and database. */
    double eventsPerCpuSecond() {
        return events / cpu.jobs();
    }

    long rows() {
        return tables.stream().mapToLong(TableSum::rows).sum();
    }

    /** What this way's tables have, and another way's same tables do not. */
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
