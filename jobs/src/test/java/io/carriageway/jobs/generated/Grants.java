package io.carriageway.jobs.generated;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Generates the grants of the account that reads views: one for each view that a migration creates. */
final class Grants {

    static final Path FILE = Path.of("sql", "mysql", "readonly-user.sql");

    private static final Pattern VIEW = Pattern.compile("(?m)^CREATE (?:OR REPLACE )?VIEW (v_\\w+)");
    private static final Pattern DROPPED = Pattern.compile("(?m)^DROP VIEW (?:IF EXISTS )?(v_\\w+)");

    private Grants() {}

    /** The file, with its leading comment and new grants. */
    static String text(Path repository) throws IOException {
        var comment = Files.readString(repository.resolve(FILE))
                .lines()
                .takeWhile(line -> line.startsWith("--"))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        var views = new TreeSet<String>();
        try (var files = Files.list(repository.resolve(FILE).getParent())) {
            for (var file : files.filter(Grants::isMigration).sorted().toList()) {
                var sql = Files.readString(file);
                VIEW.matcher(sql).results().forEach(view -> views.add(view.group(1)));
                DROPPED.matcher(sql).results().forEach(view -> views.remove(view.group(1)));
            }
        }
        return comment
                + views.stream()
                        .map("GRANT SELECT ON %s TO 'powerbi'@'%%';\n"::formatted)
                        .collect(Collectors.joining());
    }

    /** Whether the file is a migration, versioned or repeatable. */
    private static boolean isMigration(Path file) {
        return file.getFileName().toString().matches("(V\\d+|R)__\\w+\\.sql");
    }
}
