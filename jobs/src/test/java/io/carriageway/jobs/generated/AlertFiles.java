package io.carriageway.jobs.generated;

import static java.util.stream.Collectors.joining;

import io.carriageway.alert.AlertTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Generates the view of alerts, with the names of sites of every table that rules may watch, and the page that lists
 * those tables.
 */
final class AlertFiles {

    private static final Path VIEWS = Migrations.FOLDER.resolve("R__alert_views.sql");
    private static final Path PAGE = Path.of("docs", "alerts.md");

    /** The text between the marks of the page. */
    private static final Pattern TABLES =
            Pattern.compile("(?<=<!-- tables:begin -->\n).*(?=<!-- tables:end -->)", Pattern.DOTALL);

    private AlertFiles() {}

    static Map<Path, String> all(Path repository) throws IOException {
        var page = Files.readString(repository.resolve(PAGE));
        return Map.of(
                VIEWS,
                views(sites(repository)),
                PAGE,
                TABLES.matcher(page).replaceFirst(match -> "\n" + tables() + "\n"));
    }

    /** The source of a site's name: its reference table, and whether that table has versions of a site. */
    private record Site(AlertTable table, boolean hasName, boolean hasVersions) {}

    private static List<Site> sites(Path repository) throws IOException {
        var migrated = Migrations.tables(repository);
        return Stream.of(AlertTable.values())
                .map(table -> site(table, migrated))
                .toList();
    }

    private static Site site(AlertTable table, List<Migrations.Table> migrated) {
        var columns = migrated.stream()
                .filter(made -> made.name().equals(table.site()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no migration creates table " + table.site()))
                .columns()
                .stream()
                .map(Migrations.Column::name)
                .toList();
        return new Site(table, columns.contains("name"), columns.contains("valid_from"));
    }

    private static String views(List<Site> all) {
        var named = all.stream().filter(Site::hasName).toList();
        return """
                -- Views of alerts for people and reports. Times are UTC. Made by make docs.

                -- A site has no name if its reference table has no names or no row for the site.
                CREATE OR REPLACE VIEW v_alert AS
                SELECT
                    a.alert_id,
                    a.kind,
                    a.rule_id,
                    a.rule_version,
                    a.source_table,
                    a.site_id,
                    CASE a.source_table
                %s
                    END AS site_name,
                    a.raised_at,
                    a.cleared_at,
                    TIMESTAMPDIFF(SECOND, a.raised_at, a.cleared_at) / 60 AS duration_min,
                    a.metric,
                    a.value_milli / 1000 AS value,
                    -- in the unit of the metric; for kind silent in minutes
                    a.threshold_milli / 1000 AS threshold,
                    a.complete AS cleared
                FROM alert a
                %s;
                """
                .formatted(
                        named.stream().map(AlertFiles::name).collect(joining("\n")),
                        named.stream().map(AlertFiles::join).collect(joining("\n")));
    }

    private static String name(Site site) {
        return "        WHEN '%s' THEN %s.name"
                .formatted(site.table(), site.table().site());
    }

    private static String join(Site site) {
        var join = "LEFT JOIN %1$s\n    ON a.source_table = '%2$s'\n    AND %1$s.%3$s = a.site_id"
                .formatted(site.table().site(), site.table(), site.table().siteColumn());
        return site.hasVersions()
                ? join
                        + "\n    AND %1$s.valid_from <= a.raised_at\n    AND (%1$s.valid_to IS NULL OR a.raised_at < %1$s.valid_to)"
                                .formatted(site.table().site())
                : join;
    }

    private static String tables() {
        var rows = Stream.of(AlertTable.values()).map(table -> "| `%s` | %d min | `%s` | %s |%n"
                .formatted(
                        table,
                        Duration.ofMillis(table.windowMillis()).toMinutes(),
                        table.site(),
                        table.metrics().stream().map("`%s`"::formatted).collect(joining(", "))));
        return "| table | window | site | metrics |\n|---|---|---|---|\n" + rows.collect(joining());
    }
}
