package io.carriageway.jobs.generated;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Generates the grants of the accounts that read views: one for each view that a migration creates, and for the second
 * account only for those that show no vehicle.
 */
final class Grants {

    private static final Path ALL = Path.of("sql", "mysql", "readonly-user.sql");
    private static final Path WITHOUT_VEHICLE_IDS = Path.of("sql", "mysql", "readonly-user-without-vehicle-ids.sql");

    private static final Pattern VIEW = Pattern.compile("(?ms)^CREATE (?:OR REPLACE )?VIEW (\\w+)(.*?);");
    private static final Pattern DROPPED = Pattern.compile("(?m)^DROP VIEW (?:IF EXISTS )?(\\w+)");
    private static final Pattern COMMENT = Pattern.compile("(?m)--.*$");

    /** A column that identifies a vehicle, and one with the key of a row of any table. */
    private static final Set<String> IDENTIFYING = Set.of("vehicle_id", "row_key");

    private Grants() {}

    static Map<Path, String> files(Path repository) throws IOException {
        var views = views(repository);
        var names = new TreeSet<>(views.keySet());
        names.removeIf(view -> !view.startsWith("v_"));
        var harmless = new TreeSet<>(names);
        harmless.removeAll(showingVehicles(repository, views));
        return Map.of(
                ALL,
                comment(repository, ALL) + grants(names, "powerbi"),
                WITHOUT_VEHICLE_IDS,
                comment(repository, WITHOUT_VEHICLE_IDS) + grants(harmless, "powerbi_public"));
    }

    /** The leading comment of the file, which people write. */
    private static String comment(Path repository, Path file) throws IOException {
        return Files.readString(repository.resolve(file))
                .lines()
                .takeWhile(line -> line.startsWith("--"))
                .map(line -> line + "\n")
                .collect(joining());
    }

    private static String grants(Set<String> views, String account) {
        return views.stream()
                .map(view -> "GRANT SELECT ON %s TO '%s'@'%%';\n".formatted(view, account))
                .collect(joining());
    }

    /** The statement of each view, by its name. */
    private static Map<String, String> views(Path repository) throws IOException {
        var views = new TreeMap<String, String>();
        try (var files = Files.list(repository.resolve(Migrations.FOLDER))) {
            for (var file : files.filter(Grants::isMigration).sorted().toList()) {
                var sql = COMMENT.matcher(Files.readString(file)).replaceAll("");
                VIEW.matcher(sql).results().forEach(view -> views.put(view.group(1), view.group(2)));
                DROPPED.matcher(sql).results().forEach(view -> views.remove(view.group(1)));
            }
        }
        return views;
    }

    /** Whether the file is a migration, versioned or repeatable. */
    private static boolean isMigration(Path file) {
        return file.getFileName().toString().matches("(V\\d+|R)__\\w+\\.sql");
    }

    /** The views that have an identifying column of a table, directly or from another such view. */
    private static Set<String> showingVehicles(Path repository, Map<String, String> views) throws IOException {
        var sources = Migrations.tables(repository).stream()
                .filter(table -> table.columns().stream().anyMatch(column -> IDENTIFYING.contains(column.name())))
                .map(Migrations.Table::name)
                .collect(Collectors.toCollection(TreeSet::new));
        boolean found = true;
        while (found) {
            found = false;
            for (var view : views.entrySet()) {
                found |= shows(view.getValue(), sources) && sources.add(view.getKey());
            }
        }
        return sources;
    }

    private static boolean shows(String statement, Set<String> sources) {
        return IDENTIFYING.stream().anyMatch(column -> mentions(statement, column))
                && sources.stream().anyMatch(source -> mentions(statement, source));
    }

    private static boolean mentions(String statement, String name) {
        return Pattern.compile("\\b" + name + "\\b").matcher(statement).find();
    }
}
