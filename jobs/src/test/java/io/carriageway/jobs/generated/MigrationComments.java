package io.carriageway.jobs.generated;

import static java.util.stream.Collectors.toMap;

import io.carriageway.jobs.contract.Table;
import io.carriageway.jobs.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** Writes the docs of row records into the migrations, as the comments of the tables and columns that have them. */
final class MigrationComments {

    /** A migration that was released is never edited: name it here, and it keeps the comments that it has. */
    private static final Set<String> RELEASED = Set.of();

    private static final int MAX_COLUMN_COMMENT = 1024;
    private static final int MAX_TABLE_COMMENT = 2048;

    private MigrationComments() {}

    /** The migrations with current comments, by their paths in the repository. */
    static Map<Path, String> files(Path repository) throws IOException {
        var rows = Suite.tables().stream()
                .collect(toMap(Table::name, table -> SpecificData.get().getSchema(table.row())));
        var files = new TreeMap<Path, String>();
        for (var file : Migrations.files(repository)) {
            if (!RELEASED.contains(file.getFileName().toString())) {
                files.put(file, commented(Files.readString(repository.resolve(file)), rows));
            }
        }
        return files;
    }

    private static String commented(String sql, Map<String, Schema> rows) {
        return Migrations.TABLE
                .matcher(sql)
                .replaceAll(made -> Matcher.quoteReplacement(
                        rows.containsKey(made.group(1)) ? table(made, rows.get(made.group(1))) : made.group()));
    }

    private static String table(MatchResult made, Schema row) {
        return "CREATE TABLE %s (\n%s\n)%s COMMENT %s;"
                .formatted(
                        made.group(1),
                        Migrations.COLUMN
                                .matcher(made.group(2))
                                .replaceAll(column -> Matcher.quoteReplacement(column(column, row))),
                        made.group(3),
                        comment(row.getDoc(), MAX_TABLE_COMMENT));
    }

    private static String column(MatchResult column, Schema row) {
        var definition = column.group().substring(0, column.end(4) - column.start());
        var doc = row.getField(column.group(1)).doc();
        return definition + " COMMENT " + comment(doc, MAX_COLUMN_COMMENT) + column.group(6);
    }

    private static String comment(String doc, int limit) {
        if (doc.length() > limit) {
            throw new IllegalStateException("MySQL takes comments of %d characters, but the doc has %d: %s"
                    .formatted(limit, doc.length(), doc));
        }
        return Migrations.quoted(doc);
    }
}
