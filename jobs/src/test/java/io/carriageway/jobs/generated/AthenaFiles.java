package io.carriageway.jobs.generated;

import io.carriageway.jobs.definition.JobDefinition;
import io.carriageway.jobs.suite.Suite;
import io.carriageway.row.RevisingRun;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Generates the files of sql/athena: a table for each dataset, and a view of the newest rows of those that a later run
 * can revise.
 */
final class AthenaFiles {

    static final Path FOLDER = Path.of("sql", "athena");
    static final Path LATEST = FOLDER.resolve("latest");

    private AthenaFiles() {}

    static Map<Path, String> all() {
        var files = new TreeMap<Path, String>();
        files.put(FOLDER.resolve("run.sql"), AthenaSql.runs(RevisingRun.getClassSchema()));
        Suite.JOBS.stream()
                .map(JobDefinition::datasets)
                .forEach(datasets -> datasets.forEach(
                        dataset -> files.put(FOLDER.resolve(dataset.name() + ".sql"), AthenaSql.table(dataset))));
        for (var table : Suite.tables()) {
            table.dataset()
                    .ifPresent(dataset ->
                            files.put(LATEST.resolve(dataset.name() + "_latest.sql"), AthenaSql.latest(table)));
        }
        return files;
    }
}
