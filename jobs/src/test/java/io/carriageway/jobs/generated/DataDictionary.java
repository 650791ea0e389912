package io.carriageway.jobs.generated;

import static io.carriageway.jobs.generated.ColumnTable.prose;
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
import java.util.Collection;
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

            | chapter | contains |
            |---|---|
            """;

    private final Map<String, Migrations.Table> migrated = new LinkedHashMap<>();
    private final Map<String, List<String>> contents = new LinkedHashMap<>();
    private final StringBuilder sections = new StringBuilder();
    private String chapter;

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
        return others(Migrations.tables(repository));
    }

    private static List<Migrations.Table> others(Collection<Migrations.Table> migrated) {
        var computed = Suite.tables().stream().map(Table::name).toList();
        return migrated.stream()
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
        others(migrated.values()).forEach(this::other);
        var rows = contents.entrySet().stream()
                .map(row -> "| %s | %s |\n".formatted(row.getKey(), String.join(", ", row.getValue())));
        return BEGIN + rows.collect(joining()) + sections;
    }

    private void chapter(String name) {
        contents.put(name, new ArrayList<>());
        chapter = name;
        sections.append("\n## ").append(name).append('\n');
    }

    private void section(String kind, String name, String text) {
        contents.get(chapter).add("[`%s`](#%s-%s)".formatted(name, kind.toLowerCase(Locale.ROOT), name));
        sections.append("\n### %s `%s`\n\n%s\n\n".formatted(kind, name, text));
    }

    private void topic(String name, Schema record) {
        section("Topic", name, "Record `%s`. %s".formatted(record.getName(), prose(record.getDoc())));
        var table = new ColumnTable("field", "type");
        for (var field : record.getFields()) {
            table.add(field, avroType(field.schema()));
            ColumnTable.parts(field)
                    .forEach(part -> table.add(ColumnTable.name(field, part), part, avroType(part.schema())));
        }
        sections.append(table);
    }

    private void computed(Table<?> computed) {
        var made = migrated.get(computed.name());
        var row = SpecificData.get().getSchema(computed.row());
        section(
                "Table",
                computed.name(),
                "Written by %s. %s %s".formatted(writers(computed), key(made), prose(row.getDoc())));
        var table = computed.inLake()
                ? new ColumnTable("column", "in MySQL", "in the dataset")
                : new ColumnTable("column", "type");
        for (var field : row.getFields()) {
            var type = made.column(field.name()).type();
            if (computed.inLake()) {
                table.add(field, type, AthenaSql.type(field.schema()));
            } else {
                table.add(field, type);
            }
        }
        sections.append(table);
    }

    private void dataset(String name, Schema row) {
        section("Dataset", name, prose(row.getDoc()));
        var table = new ColumnTable("column", "type");
        for (var field : row.getFields()) {
            boolean hasParts = ColumnTable.parts(field).findAny().isPresent();
            table.add(field, hasParts ? "array<struct>" : AthenaSql.type(field.schema()));
            ColumnTable.parts(field)
                    .forEach(part -> table.add(ColumnTable.name(field, part), part, AthenaSql.type(part.schema())));
        }
        sections.append(table);
    }

    private void other(Migrations.Table other) {
        section("Table", other.name(), "%s %s".formatted(prose(other.comment()), key(other)));
        var table = new ColumnTable("column", "type");
        other.columns().forEach(column -> table.add(column.name(), column.nullable(), column.comment(), column.type()));
        sections.append(table);
    }

    private static String key(Migrations.Table table) {
        return "Key: %s.".formatted(ColumnTable.code(table.key(), ", "));
    }

    private static String writers(Table<?> table) {
        var jobs = Suite.JOBS.stream()
                .filter(job -> job.tables().contains(table))
                .map(JobDefinition::name)
                .toList();
        return jobs.size() == Suite.JOBS.size()
                ? "all jobs"
                : (jobs.size() == 1 ? "job " : "jobs ")
                        + jobs.stream().map("[%1$s](jobs/%1$s.md)"::formatted).collect(joining(", "));
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
}
