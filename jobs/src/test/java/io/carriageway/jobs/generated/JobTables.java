package io.carriageway.jobs.generated;

import io.carriageway.jobs.alert.AlertSinks;
import io.carriageway.jobs.contract.Table;
import io.carriageway.jobs.definition.JobDefinition;
import io.carriageway.jobs.output.JobSinks;
import io.carriageway.jobs.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.util.TimeUtils;

/** Generates the tables of jobs in pages, between two markers. The text around them is written by hand. */
final class JobTables {

    private static final String BEGIN = "<!-- jobs:begin -->\n";
    private static final String END = "<!-- jobs:end -->\n";

    private final Path repository;

    private JobTables(Path repository) {
        this.repository = repository;
    }

    /** The pages with new tables, by their paths in the repository. */
    static Map<Path, String> files(Path repository) throws IOException {
        var tables = new JobTables(repository);
        return Map.of(
                Path.of("README.md"), tables.in("README.md", tables.outputs()),
                Path.of("docs/replay.md"), tables.in("docs/replay.md", tables.replays()));
    }

    private String in(String page, String table) throws IOException {
        var text = Files.readString(repository.resolve(page));
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("%s has no lines %s and %s".formatted(page, BEGIN, END));
        }
        return text.substring(0, begin + BEGIN.length()) + "\n" + table + "\n" + text.substring(end);
    }

    private String outputs() throws IOException {
        var rows = new StringBuilder("| job | tables | what |\n|---|---|---|\n");
        for (var job : Suite.JOBS) {
            rows.append("| [%1$s](docs/jobs/%1$s.md) | %2$s | %3$s |\n"
                    .formatted(job.name(), names(ownTables(job)), firstSentence(job)));
        }
        return rows.toString();
    }

    private String replays() {
        return Suite.JOBS.stream()
                .map(job -> "| [%s](jobs/%s.md) | %s | %s |\n"
                        .formatted(
                                job.program().mainClass().getSimpleName(),
                                job.name(),
                                names(replayed(job)),
                                range(job)))
                .collect(Collectors.joining("", "| job | replays | largest window |\n|---|---|---|\n", ""));
    }

    /** The tables that a job computes from events. */
    private static List<Table<?>> ownTables(JobDefinition job) {
        return job.tables().stream()
                .filter(table -> table != JobSinks.LEDGER && table != AlertSinks.ALERT)
                .toList();
    }

    /** The tables that a replay writes. A job that publishes events replays from those, so it writes no ledger. */
    private static List<Table<?>> replayed(JobDefinition job) {
        return job.tables().stream()
                .filter(table -> table != AlertSinks.ALERT)
                .filter(table -> table != JobSinks.LEDGER || job.published().isEmpty())
                .toList();
    }

    private static String range(JobDefinition job) {
        return text(job.tables().stream()
                .map(Table::window)
                .max(Duration::compareTo)
                .orElseThrow());
    }

    private static String text(Duration window) {
        return TimeUtils.formatWithHighestUnit(window);
    }

    private static String names(List<Table<?>> tables) {
        return code(tables.stream().map(Table::name));
    }

    private static String code(Stream<String> words) {
        return words.map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }

    /** The job's description: the first sentence of its page. */
    private String firstSentence(JobDefinition job) throws IOException {
        var page = Files.readString(repository.resolve("docs/jobs/%s.md".formatted(job.name())));
        return page.split("\n\n")[1].replace('\n', ' ').split("\\.(?: |$)")[0];
    }
}
