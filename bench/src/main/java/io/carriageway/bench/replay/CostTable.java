package io.carriageway.bench.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the trials as a Markdown table, and below it the rows that all of them gave. */
record CostTable(List<Trial> trials) {

    private static final String HEADING =
            """
            | run | wall s | CPU s of the job | of broker and S3 | of the database | events/s | events per CPU-second | to live | rows |
            |---|---:|---:|---:|---:|---:|---:|---:|---:|""";

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(HEADING);
        trials.forEach(trial -> lines.add(row(trial)));
        lines.add("");
        for (var sum : live().tables()) {
            lines.add("%s: %s".formatted(sum.table(), sum.figures()));
        }
        return lines;
    }

    /** The tables that differ from the live run's. */
    List<String> differences() {
        return trials.stream()
                .flatMap(trial -> trial.differencesFrom(live()).stream())
                .toList();
    }

    private Trial live() {
        return trials.get(0);
    }

    private String row(Trial trial) {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f | %.1f | %,.0f | %,.0f | %.2f | %,d |",
                trial.way().title(),
                trial.wallSeconds(),
                trial.cpu().jobs(),
                trial.cpu().servers(),
                trial.cpu().database(),
                trial.eventsPerSecond(),
                trial.eventsPerCpuSecond(),
                trial.eventsPerCpuSecond() / live().eventsPerCpuSecond(),
                trial.rows());
    }
}
