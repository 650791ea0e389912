package io.carriageway.jobs.generated;

import static java.util.stream.Collectors.joining;

import io.carriageway.event.Alert;
import io.carriageway.event.DeadLetter;
import io.carriageway.jobs.contract.EventTopic;
import io.carriageway.jobs.contract.Table;
import io.carriageway.jobs.definition.JobDefinition;
import io.carriageway.jobs.suite.Suite;
import io.carriageway.row.RevisingRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** The page of all topics, tables and datasets with their columns. */
final class DataDictionary {

    static final Path FILE = Path.of("docs", "data-dictionary.md");

    private static final String BEGIN =
            """
            # Data dictionary

            Every topic, table and dataset of the suite, with the type, unit, range and NULL of each column. To find a column, search
            the page for its name. `make docs` writes this page from the docs of the
            [Avro schemas](../schemas/src/main/avro) and the comments of the [migrations](../sql/mysql); MySQL shows the same texts:

            ```sql
            SELECT column_name, column_comment FROM information_schema.columns WHERE table_name = 'segment_speed_1m';
            ```

            - **NULL** is what a missing value means. *Never* marks a column that always has a value. Missing data is NULL, never 0.
              In a topic NULL is Avro's or JSON's `null`.
            - **Times** are UTC with milliseconds.
            - **Integers** keep sums exact, so units are small: `_mh` metres per hour, `_ppm` parts per million, `_milli_c` thousandths
              of a degree Celsius. The views ([Power BI](powerbi.md), [Athena](athena.md)) convert them.
            - **`revision`, `event_count`, `complete`** guard against older rows: a row is ignored when this triple is lower than the
              stored one.

            """;

    private final Map<String, Migrations.Table> migrated = new LinkedHashMap<>();
    private final List<String> contents = new ArrayList<>();
    private final StringBuilder sections = new StringBuilder();

    private DataDictionary(Path repository) throws IOException {
        Migrations.tables(repository).forEach(table -> migrated.put(table.name(), table));
    }

    static String text(Path repository) throws IOException {
        return new DataDictionary(repository).page();
    }

    /** The records of all topics, by the names of these. */
    static Map<String, Schema> topics() {
        var topics = new LinkedHashMap<String, Schema>();
        Stream.concat(Suite.owned().stream(), Suite.published().stream())
                .forEach(topic -> topics.put(topic.name(), schema(topic)));
        topics.put("alert", Alert.getClassSchema());
        topics.put("dead-letter", DeadLetter.getClassSchema());
        return topics;
    }

    /** The rows of datasets that have no table: events as they came, and runs. */
    private static Map<String, Schema> eventDatasets() {
        var datasets = new LinkedHashMap<String, Schema>();
        Suite.JOBS.stream()
                .flatMap(job -> job.kept().stream())
                .map(EventTopic::dataset)
                .forEach(dataset -> datasets.put(dataset.name(), dataset.schema()));
        datasets.put("run", RevisingRun.getClassSchema());
        return datasets;
    }

    /** The tables that no job computes. */
    static List<Migrations.Table> otherTables(Path repository) throws IOException {
        var computed = Suite.tables().stream().map(Table::name).toList();
        return Migrations.tables(repository).stream()
                .filter(table -> !computed.contains(table.name()))
                .toList();
    }

    private static Schema schema(EventTopic<?, ?> topic) {
        return SpecificData.get().getSchema(topic.record());
    }

    private String page() {
        chapter("Topics");
        topics().forEach(this::topic);
        chapter("Tables that jobs compute");
        Suite.tables().forEach(this::computed);
        chapter("Datasets of events and of runs");
        eventDatasets().forEach(this::dataset);
        chapter("Tables of reference data, thresholds and runs");
        var computed = Suite.tables().stream().map(Table::name).toList();
        migrated.values().stream()
                .filter(table -> !computed.contains(table.name()))
                .forEach(this::other);
        return BEGIN + String.join("", contents) + sections;
    }

    private void chapter(String name) {
        contents.add("%s| %s | |\n".formatted(contents.isEmpty() ? "| chapter | contains |\n|---|---|\n" : "", name));
        sections.append("\n## ").append(name).append('\n');
    }

    /** Begins a section, and adds its link to the row of the chapter. */
    private void section(String kind, String name) {
        var link = "[`%s`](#%s-%s)".formatted(name, kind.toLowerCase(Locale.ROOT), name);
        int last = contents.size() - 1;
        var row = contents.get(last);
        contents.set(
                last,
                row.endsWith("| |\n")
                        ? row.replaceFirst("\\| \\|\n$", "| " + link + " |\n")
                        : row.replaceFirst(" \\|\n$", ", " + link + " |\n"));
        sections.append("\n### %s `%s`\n\n".formatted(kind, name));
    }

    private void topic(String name, Schema record) {
        section("Topic", name);
        sections.append("Record `%s`. %s\n\n".formatted(record.getName(), prose(record.getDoc())));
        head("field", "type");
        for (var field : record.getFields()) {
            row(field.name(), code(avroType(field.schema())), documented(field));
            nested(field)
                    .forEach(part -> row(nestedName(field, part), code(avroType(part.schema())), documented(part)));
        }
    }

    private void computed(Table<?> table) {
        section("Table", table.name());
        var made = migrated.get(table.name());
        var row = SpecificData.get().getSchema(table.row());
        sections.append("Written by %s. Key: %s. %s\n\n"
                .formatted(
                        writers(table),
                        made.key().stream().map(DataDictionary::code).collect(joining(", ")),
                        prose(row.getDoc())));
        head("column", table.inLake() ? "in MySQL | in the dataset" : "type");
        for (var field : row.getFields()) {
            var type = code(made.column(field.name()).type());
            row(
                    field.name(),
                    table.inLake() ? type + " | " + code(AthenaSql.type(field.schema())) : type,
                    documented(field));
        }
    }

    private void dataset(String name, Schema row) {
        section("Dataset", name);
        sections.append(prose(row.getDoc())).append("\n\n");
        head("column", "type");
        for (var field : row.getFields()) {
            boolean hasParts = nested(field).findAny().isPresent();
            row(field.name(), code(hasParts ? "array<struct>" : AthenaSql.type(field.schema())), documented(field));
            nested(field)
                    .forEach(part ->
                            row(nestedName(field, part), code(AthenaSql.type(part.schema())), documented(part)));
        }
    }

    private void other(Migrations.Table table) {
        section("Table", table.name());
        sections.append("%s Key: %s.\n\n"
                .formatted(
                        prose(table.comment()),
                        table.key().stream().map(DataDictionary::code).collect(joining(", "))));
        head("column", "type");
        for (var column : table.columns()) {
            row(column.name(), code(column.type()), cells(column.comment(), column.nullable()));
        }
    }

    private static String writers(Table<?> table) {
        var jobs = Suite.JOBS.stream()
                .filter(job -> job.tables().contains(table))
                .map(JobDefinition::name)
                .toList();
        return jobs.size() == Suite.JOBS.size()
                ? "all jobs"
                : "job " + jobs.stream().map("[%1$s](jobs/%1$s.md)"::formatted).collect(joining(", "));
    }

    private void head(String name, String type) {
        var columns = "| %s | %s | meaning, unit, range | NULL |".formatted(name, type);
        sections.append(columns)
                .append('\n')
                .append(columns.replaceAll("[^|]+", "---"))
                .append('\n');
    }

    private void row(String name, String type, String cells) {
        sections.append("| `%s` | %s | %s |\n".formatted(name, type, cells));
    }

    private static Stream<Schema.Field> nested(Schema.Field field) {
        return field.schema().getType() == Schema.Type.ARRAY
                ? field.schema().getElementType().getFields().stream()
                : Stream.empty();
    }

    private static String nestedName(Schema.Field field, Schema.Field part) {
        return "%s[].%s".formatted(field.name(), part.name());
    }

    private static String documented(Schema.Field field) {
        var type = field.schema();
        return cells(
                type.getType() == Schema.Type.ENUM
                        ? "%s One of %s. %s"
                                .formatted(field.doc(), String.join(", ", type.getEnumSymbols()), type.getDoc())
                        : field.doc(),
                type.isNullable());
    }

    private static String cells(String doc, boolean nullable) {
        var parts = ColumnDoc.of(doc);
        return prose(parts.meaning()) + " | " + (nullable ? prose(parts.ofNull()) : "never");
    }

    private static String avroType(Schema schema) {
        if (schema.getLogicalType() != null) {
            return schema.getLogicalType().getName();
        }
        return switch (schema.getType()) {
            case UNION ->
                schema.getTypes().stream()
                        .filter(type -> type.getType() != Schema.Type.NULL)
                        .map(DataDictionary::avroType)
                        .collect(joining(", "));
            case ARRAY -> "array of " + schema.getElementType().getName();
            default -> schema.getType().getName();
        };
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    /** A text as Markdown shows it. */
    private static String prose(String text) {
        return text.replace(" Made by make docs.", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replaceAll("[|*]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])", "\\\\$0");
    }
}
