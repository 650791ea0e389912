package io.carriageway.jobs.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.jobs.contract.Table;
import io.carriageway.jobs.suite.Suite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class GeneratedFilesTest {

    private static final Path REPOSITORY = Path.of("..");
    private static final List<Table<?>> TABLES = Suite.tables();

    @TestFactory
    Stream<DynamicTest> everyFileSaysWhatTheSuiteSays() throws IOException {
        return GeneratedFiles.all(REPOSITORY).entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getKey().toString(), () -> assertThat(REPOSITORY.resolve(file.getKey()))
                                .as("run make docs")
                                .hasContent(file.getValue())));
    }

    @Test
    void noFileIsLeftOfWhatIsNotDeclared() throws IOException {
        assertThat(GeneratedFiles.surplus(REPOSITORY)).as("run make docs").isEmpty();
    }

    /** The key of the view of the newest rows must be that of the table. */
    @ParameterizedTest
    @FieldSource("TABLES")
    void theDatabaseHasThePrimaryKeyThatIsDeclared(Table<?> table) throws IOException {
        assertThat(Migrations.tables(REPOSITORY))
                .filteredOn(made -> made.name().equals(table.name()))
                .extracting(Migrations.Table::key)
                .containsExactly(table.key());
    }
}
