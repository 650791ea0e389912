package io.carriageway.jobs.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.jobs.contract.Table;
import io.carriageway.jobs.suite.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Checks the scripts of sql/mysql: tables in V files, which run once, and views in R files, which run again after each
 * change.
 */
class SchemaFilesTest {

    private static final Path REPOSITORY = Path.of("..");
    private static final Path FOLDER = REPOSITORY.resolve(Migrations.FOLDER);
    private static final List<Table<?>> TABLES = Suite.tables();
    private static final Pattern VIEW = Pattern.compile("(?m)^CREATE .*VIEW (\\w+)");

    @ParameterizedTest
    @FieldSource("TABLES")
    void aTableHasTheFieldsOfItsRecordInTheirOrderAndNullWhereTheyMayBe(Table<?> table) throws IOException {
        assertThat(Migrations.tables(REPOSITORY))
                .filteredOn(made -> made.name().equals(table.name()))
                .singleElement()
                .satisfies(made -> assertThat(made.columns())
                        .extracting(column -> column.name() + (column.nullable() ? " NULL" : ""))
                        .isEqualTo(SpecificData.get().getSchema(table.row()).getFields().stream()
                                .map(SchemaFilesTest::column)
                                .toList()));
    }

    private static String column(Schema.Field field) {
        return field.name() + (field.schema().isNullable() ? " NULL" : "");
    }

    @Test
    void viewsAreInFilesThatMayRunAgainAndReadNoViewOfAnotherFile() throws IOException {
        for (var file : files("R__")) {
            var others =
                    files("R__").stream().filter(other -> !other.equals(file)).flatMap(SchemaFilesTest::views);
            assertThat(views(file)).as(file).isNotEmpty();
            assertThat(text(file).lines().filter(line -> line.startsWith("CREATE")))
                    .as(file)
                    .allMatch(line -> line.startsWith("CREATE OR REPLACE VIEW "));
            assertThat(text(file))
                    .as(file)
                    .doesNotContainPattern(others.collect(Collectors.joining("|", "\\b(", ")\\b")));
        }
        for (var file : files("V")) {
            assertThat(views(file)).as(file).isEmpty();
        }
    }

    private static Stream<String> views(String file) {
        return VIEW.matcher(text(file)).results().map(view -> view.group(1));
    }

    private static List<String> files(String prefix) throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }

    private static String text(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
