package io.carriageway.jobs.generated;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads the tables of MySQL from the migrations that create them. */
final class Migrations {

    static final Path FOLDER = Path.of("sql", "mysql");

    /** A statement: name, columns and keys, table options, comment. */
    static final Pattern TABLE =
            Pattern.compile("(?s)CREATE TABLE (\\w+) \\(\n(.*?)\n\\)([^;\n]*?)(?: COMMENT '((?:[^']|'')*)')?;");

    /** A line of a statement: name, type, NOT, default and the like, comment, comma. */
    static final Pattern COLUMN = Pattern.compile("(?m)^    `?([a-z]\\w*)`? +([A-Z]+(?:\\([^)]*\\))?) +(NOT )?NULL\\b"
            + "((?:(?! COMMENT ).)*?)(?: COMMENT '((?:[^']|'')*)')?(,?)$");

    private static final Pattern KEY = Pattern.compile("(?m)^    PRIMARY KEY \\(([^)]*)\\)");

    private Migrations() {}

    /** A table, and what its comment says. */
    record Table(String name, String comment, List<String> key, List<Column> columns) {

        Column column(String column) {
            return columns.stream()
                    .filter(known -> known.name().equals(column))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("table %s has no column %s".formatted(name, column)));
        }
    }

    /** A column, and what its comment says. */
    record Column(String name, String type, boolean nullable, String comment) {}

    /** The migrations that run once, in their order. */
    static List<Path> files(Path repository) throws IOException {
        try (var files = Files.list(repository.resolve(FOLDER))) {
            return files.map(file -> FOLDER.resolve(file.getFileName()))
                    .filter(file -> file.getFileName().toString().startsWith("V"))
                    .sorted()
                    .toList();
        }
    }

    /** All tables, in the order in which they are created. */
    static List<Table> tables(Path repository) throws IOException {
        var tables = new ArrayList<Table>();
        for (var file : files(repository)) {
            TABLE.matcher(Files.readString(repository.resolve(file)))
                    .results()
                    .forEach(made -> tables.add(table(made)));
        }
        return tables;
    }

    private static Table table(MatchResult made) {
        var key = KEY.matcher(made.group(2)).results().findFirst().orElseThrow().group(1);
        var columns = COLUMN.matcher(made.group(2))
                .results()
                .map(column -> new Column(
                        column.group(1), column.group(2), column.group(3) == null, unquoted(column.group(5))))
                .toList();
        return new Table(made.group(1), unquoted(made.group(4)), List.of(key.split(", ")), columns);
    }

    private static String unquoted(String text) {
        return text == null ? "" : text.replace("''", "'");
    }

    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
