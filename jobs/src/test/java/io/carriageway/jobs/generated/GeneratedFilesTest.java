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

    /** The view of the newest rows takes this key for theirs. */
    @ParameterizedTest
    @FieldSource("TABLES")
    void theDatabaseHasThePrimaryKeyThatIsDeclared(Table<?> table) throws IOException {
        var key = Pattern.compile("CREATE TABLE " + table.name() + " \\(.*?PRIMARY KEY \\(([^)]*)\\)", Pattern.DOTALL);
        try (var files = Files.list(REPOSITORY.resolve("sql/mysql"))) {
            var keys = files.map(GeneratedFilesTest::text)
                    .flatMap(sql -> key.matcher(sql).results().map(found -> found.group(1)))
                    .toList();
            assertThat(keys).containsExactly(String.join(", ", table.key()));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
