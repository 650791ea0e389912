package io.carriageway.jobs.daily;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KnownDatasetTest {

    private static final Path SCHEMAS = Path.of("..", "schemas", "src", "main", "avro");
    private static final Pattern DATASET = Pattern.compile("[Dd]ataset(?: of final rows)?: (\\w+)\\.");

    @Test
    void everyDatasetThatASchemaNamesIsKnown() throws Exception {
        var named = new TreeSet<String>();
        for (var folder : new Path[] {SCHEMAS, SCHEMAS.resolve("row")}) {
            try (Stream<Path> files = Files.list(folder)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    DATASET.matcher(Files.readString(file)).results().forEach(name -> named.add(name.group(1)));
                }
            }
        }
        assertThat(Arrays.stream(KnownDataset.values())
                        .map(known -> known.dataset().name()))
                .containsExactlyInAnyOrderElementsOf(named);
    }

    @ParameterizedTest
    @EnumSource
    void itsRowsAreWhatTheSchemaSays(KnownDataset known) {
        var dataset = known.dataset();
        assertThat(DATASET.matcher(dataset.schema().getDoc()).results().map(name -> name.group(1)))
                .containsExactly(dataset.name());
        assertThat(dataset.schema().getField(dataset.timeColumn())).isNotNull();
    }
}
