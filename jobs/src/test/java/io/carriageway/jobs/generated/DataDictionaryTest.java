package io.carriageway.jobs.generated;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.jobs.contract.Table;
import io.carriageway.jobs.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every column of every topic, table and dataset has a doc with its unit, its range and what NULL means. */
class DataDictionaryTest {

    private static final Path REPOSITORY = Path.of("..");
    private static final Path SCHEMAS = REPOSITORY.resolve("schemas/src/main/avro");

    private static final Pattern PLACE = Pattern.compile("\\b(Topic|[Dd]ataset|Table): ([a-z0-9_-]+)\\.");
    private static final Pattern RANGE = Pattern.compile(
            "-?\\d[\\d.]* to \\S+|\\d+ or more|up to \\d+|any whole number|Always \\d|\\d when .* \\d when");

    private static final Pattern SENTENCE = Pattern.compile("\\w.*\\.", Pattern.DOTALL);

    /** The end of a column's name, and the words that its doc must have. */
    private static final Map<String, String> UNITS = Map.ofEntries(
            entry("kmh", "kilometres per hour"),
            entry("mh", "metres per hour"),
            entry("ms", "metres per second"),
            entry("mm_s", "millimetres per second"),
            entry("mm_h", "millimetres per hour"),
            entry("um_h", "micrometres of water per hour"),
            entry("c", "degrees Celsius"),
            entry("milli_c", "thousandths of a degree Celsius"),
            entry("pct", "per cent"),
            entry("milli_pct", "thousandths of a per cent"),
            entry("ppm", "parts per million"),
            entry("milli", "thousandths"),
            entry("deg", "degrees"),
            entry("hpa", "hectopascals"),
            entry("m", "metres"),
            entry("seconds", "seconds"),
            entry("bytes", "bytes"),
            entry("pcu", "passenger car units"),
            entry("latitude", "WGS 84 degrees"),
            entry("longitude", "WGS 84 degrees"));

    private static List<Schema> records;
    private static List<Column> columns;

    /** A column of a record or of a table that no record has. */
    private record Column(String owner, String name, boolean number, boolean time, boolean nullable, String doc) {

        static Column of(Schema record, Schema.Field field) {
            var type = field.schema().isUnion() ? field.schema().getTypes().get(1) : field.schema();
            boolean time = type.getLogicalType() != null;
            boolean number = !time
                    && switch (type.getType()) {
                        case INT, LONG, FLOAT, DOUBLE -> true;
                        default -> false;
                    };
            return new Column(
                    record.getName(), field.name(), number, time, field.schema().isNullable(), field.doc());
        }

        static Column of(Migrations.Table table, Migrations.Column column) {
            return new Column(
                    table.name(),
                    column.name(),
                    column.type().matches("(TINY|BIG)?INT|DOUBLE|DECIMAL.*"),
                    column.type().startsWith("DATETIME"),
                    column.nullable(),
                    column.comment());
        }
    }

    @BeforeAll
    static void read() throws IOException {
        records = new ArrayList<>();
        for (var folder : List.of(SCHEMAS, SCHEMAS.resolve("row"))) {
            try (var files = Files.list(folder)) {
                for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                    records.add(new Schema.Parser().parse(file.toFile()));
                }
            }
        }
        columns = new ArrayList<>();
        records.stream().flatMap(DataDictionaryTest::withParts).forEach(record -> record.getFields()
                .forEach(field -> columns.add(Column.of(record, field))));
        DataDictionary.otherTables(REPOSITORY)
                .forEach(table -> table.columns().forEach(column -> columns.add(Column.of(table, column))));
    }

    private static Stream<Schema> withParts(Schema record) {
        return Stream.concat(
                Stream.of(record),
                record.getFields().stream()
                        .map(Schema.Field::schema)
                        .filter(type -> type.getType() == Schema.Type.ARRAY)
                        .map(Schema::getElementType));
    }

    @Test
    void aColumnHasAMeaning() {
        assertThat(columns).hasSizeGreaterThan(300);
        assertThat(without(column -> SENTENCE.matcher(column.doc()).matches())).isEmpty();
    }

    @Test
    void aTableHasAComment() throws IOException {
        var comments = new TreeMap<String, String>();
        DataDictionary.otherTables(REPOSITORY).forEach(table -> comments.put(table.name(), table.comment()));
        records.forEach(record -> comments.put(record.getName(), record.getDoc()));
        comments.values().removeIf(comment -> SENTENCE.matcher(comment).matches());
        assertThat(comments).isEmpty();
    }

    @Test
    void aColumnSaysWhatNullMeansIfAndOnlyIfItCanBeNull() {
        assertThat(without(column ->
                        column.nullable() != ColumnDoc.of(column.doc()).ofNull().isEmpty()))
                .as("'NULL: ' and what it means")
                .isEmpty();
    }

    @Test
    void aNumberHasARange() {
        assertThat(without(column ->
                        !column.number() || RANGE.matcher(column.doc()).find()))
                .isEmpty();
    }

    @Test
    void aTimeIsInUtc() {
        assertThat(without(column -> !column.time() || column.doc().contains("UTC")))
                .isEmpty();
    }

    /** The longest end of a name decides: wind_mm_s is in millimetres per second. */
    @Test
    void aNumberHasTheUnitOfItsName() {
        assertThat(without(column -> !column.number() || column.doc().contains(unit(column.name()))))
                .isEmpty();
    }

    private static String unit(String column) {
        var name = column.replaceFirst("_(sum|min|max)$", "");
        return UNITS.keySet().stream()
                .filter(end -> name.equals(end) || name.endsWith("_" + end))
                .max(Comparator.comparing(String::length))
                .map(UNITS::get)
                .orElse("");
    }

    private static List<Column> without(Predicate<Column> property) {
        return columns.stream().filter(property.negate()).toList();
    }

    @Test
    void everyTopicTableAndDatasetOfASchemaIsInThePage() throws IOException {
        var page = Files.readString(REPOSITORY.resolve(DataDictionary.FILE));
        var computed = Suite.tables().stream().map(Table::name).toList();
        assertThat(records)
                .filteredOn(record -> !record.getName().equals("RevisingRun"))
                .allSatisfy(record -> {
                    var places = PLACE.matcher(record.getDoc()).results().toList();
                    assertThat(places).isNotEmpty();
                    for (var place : places) {
                        boolean table = computed.contains(place.group(2))
                                && !place.group(1).equals("Topic");
                        var kind = table ? "Table" : place.group(1).replace('d', 'D');
                        assertThat(page).contains("\n### %s `%s`\n".formatted(kind, place.group(2)));
                    }
                });
        for (var table : Migrations.tables(REPOSITORY)) {
            assertThat(page).contains("\n### Table `%s`\n".formatted(table.name()));
        }
    }

    @Test
    void aTopicIsCalledAsItsRecordSays() {
        var said = new TreeMap<String, String>();
        records.forEach(record -> PLACE.matcher(record.getDoc())
                .results()
                .filter(place -> place.group(1).equals("Topic"))
                .forEach(place -> said.put(place.group(2), record.getName())));
        var known = new TreeMap<String, String>();
        DataDictionary.topics().forEach((topic, record) -> known.put(topic, record.getName()));
        assertThat(known).isEqualTo(said);
    }
}
