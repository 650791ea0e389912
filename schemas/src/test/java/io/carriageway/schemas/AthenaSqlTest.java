package io.carriageway.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.row.RevisingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AthenaSqlTest {

    private static final Path ATHENA = Path.of("../sql/athena");
    private static final Path LATEST = ATHENA.resolve("latest");
    private static final Path MYSQL = Path.of("../sql/mysql");

    /** A correction can move an accident to another hour, so its rows are not all in one folder. */
    private static final String ROWS_MOVE = "accident_final";

    static List<LakeDataset> datasets() throws IOException {
        return LakeDataset.all();
    }

    static Stream<LakeDataset> datasetsWithRevisions() throws IOException {
        return datasets().stream().filter(LakeDataset::hasRevisions);
    }

    @Test
    void everyRowButThoseOfTheLedgerAndOfRunsIsKeptInADataset() throws IOException {
        assertThat(LakeDataset.schemas())
                .filteredOn(schema -> LakeDataset.of(schema).isEmpty())
                .extracting(Schema::getName)
                .containsExactlyInAnyOrder("EventLedger1m", "RevisingRun");
    }

    @Test
    void everyDatasetHasAFileAndEveryFileADataset() throws IOException {
        assertThat(namesIn(ATHENA))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(datasets().stream().map(LakeDataset::name), Stream.of("run"))
                                .toList());
        assertThat(namesIn(LATEST))
                .containsExactlyInAnyOrderElementsOf(datasetsWithRevisions()
                        .map(dataset -> dataset.name() + "_latest")
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("datasets")
    void aTableHasTheColumnsOfItsSchemaInTheirOrder(LakeDataset dataset) throws IOException {
        assertThat(statement(ATHENA.resolve(dataset.name() + ".sql"))).isEqualTo(AthenaSql.table(dataset));
    }

    @Test
    void theTableOfRunsHasTheColumnsOfItsSchema() throws IOException {
        assertThat(statement(ATHENA.resolve("run.sql"))).isEqualTo(AthenaSql.runs(RevisingRun.getClassSchema()));
    }

    @ParameterizedTest
    @MethodSource("datasetsWithRevisions")
    void theLatestRowIsThatOfThePrimaryKey(LakeDataset dataset) throws IOException {
        var key = new ArrayList<>(primaryKey(dataset.table().orElseThrow()));
        if (!dataset.name().equals(ROWS_MOVE)) {
            key.addAll(0, List.of("dt", "hour"));
        }
        assertThat(statement(LATEST.resolve(dataset.name() + "_latest.sql"))).isEqualTo(AthenaSql.latest(dataset, key));
    }

    private static List<String> namesIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".sql"))
                    .map(name -> name.replace(".sql", ""))
                    .toList();
        }
    }

    /** The file without the comment above its statement. */
    private static String statement(Path file) throws IOException {
        return Files.readString(file).replaceFirst("\\A(--[^\n]*\n)+", "");
    }

    private static List<String> primaryKey(String table) throws IOException {
        var key = Pattern.compile("CREATE TABLE " + table + " \\(.*?PRIMARY KEY \\(([^)]*)\\)", Pattern.DOTALL);
        try (var files = Files.list(MYSQL)) {
            for (var file : files.sorted().toList()) {
                var matcher = key.matcher(Files.readString(file));
                if (matcher.find()) {
                    return List.of(matcher.group(1).split(", "));
                }
            }
        }
        throw new IllegalArgumentException("no table " + table + " in " + MYSQL);
    }
}
