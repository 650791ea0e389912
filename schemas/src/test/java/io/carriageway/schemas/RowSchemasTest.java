package io.carriageway.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RowSchemasTest {

    @TestFactory
    Stream<DynamicTest> everySchemaThatIsMadeSaysWhatItsEventSays() throws IOException {
        return RowSchemas.all(Path.of("src/main/avro")).entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getKey().getFileName().toString(),
                        () -> assertThat(file.getKey()).as("run make docs").hasContent(file.getValue())));
    }
}
