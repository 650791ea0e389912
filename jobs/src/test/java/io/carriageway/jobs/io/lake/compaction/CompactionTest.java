package io.carriageway.jobs.io.lake.compaction;

import static io.carriageway.jobs.io.lake.HourOfWeather.NOON;
import static io.carriageway.jobs.io.lake.HourOfWeather.WEATHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.carriageway.jobs.io.lake.HourOfWeather;
import io.carriageway.jobs.io.lake.MortalFiles;
import io.carriageway.row.EventLedger1m;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.local.LocalFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionTest {

    private static final long TARGET_BYTES = 30_000;
    private static final RetainedSnapshots NOTHING = new RetainedSnapshots(List.of());

    @TempDir
    Path folder;

    private HourOfWeather hour;

    @BeforeEach
    void setUp() {
        hour = new HourOfWeather(folder);
    }

    @Test
    void smallFilesBecomeOneWithTheirRowsInOrder() throws Exception {
        var rows = hour.write(0, 500, 10);

        assertThat(compact()).contains(new CompactionResult(10, 1, 500));

        rows.sort(Comparator.comparing(WEATHER::time));
        assertThat(hour.read()).isEqualTo(rows);
        assertThat(hour.names()).containsExactly("compacted-000.parquet");
        assertThat(compact()).isEmpty();
    }

    @Test
    void aNewFileIsEndedAtTheWantedSize() throws Exception {
        var rows = hour.write(0, 6_000, 30);

        var merged = compact().orElseThrow();

        assertThat(merged.filesAfter()).isGreaterThan(1);
        assertThat(hour.read()).hasSize(6_000).containsExactlyInAnyOrderElementsOf(rows);
        assertThat(Files.size(hour.folder().resolve("compacted-000.parquet"))).isBetween(15_000L, 60_000L);
    }

    /** The run dies at its first change, then at its second, and so on until it succeeds. */
    @Test
    void afterADeathAtAnyChangeNoRowIsMissingAndTheNextRunMakesItWhole() throws Exception {
        int deaths = 0;
        for (boolean dead = true; dead; deaths++) {
            hour = new HourOfWeather(folder.resolve("death-" + deaths));
            var rows = hour.write(0, 1_600, 8);
            var files = new MortalFiles(deaths + 1);
            dead = dies(files);

            assertThat(hour.read()).containsAll(rows);
            var unused = compact();
            assertThat(hour.read()).hasSize(1_600).containsAll(rows);
            assertThat(hour.names()).allMatch(name -> name.matches("compacted-\\d{3}\\.parquet"));
        }
        assertThat(deaths).as("number of changes in a run").isGreaterThan(10);
    }

    private boolean dies(MortalFiles files) throws IOException {
        try {
            var unused = compaction(files, NOTHING).compact(WEATHER, NOON);
        } catch (IOException e) {
            assertThat(files.isDead()).isTrue();
        }
        return files.isDead();
    }

    @Test
    void whatComesLaterIsMergedWithSmallFilesOnly() throws Exception {
        hour.write(0, 6_000, 30);
        var first = compact().orElseThrow();
        var large = hour.names().stream()
                .filter(name -> hour.folder().resolve(name).toFile().length() >= TARGET_BYTES / 2)
                .toList();
        hour.write(6_000, 6_010, 2);

        assertThat(compact())
                .hasValueSatisfying(second -> assertThat(second.rows()).isLessThan(first.rows()));

        assertThat(hour.names()).containsAll(large);
        assertThat(hour.read()).hasSize(6_010).doesNotHaveDuplicates();
    }

    @Test
    void whatABoundedRunHasPublishedKeepsItsName() throws Exception {
        hour.write(0, 100, 4);
        hour.write("r1-20260701T000000Z-20260702T000000Z.parquet", WEATHER.type(), List.of(HourOfWeather.row(100)));

        assertThat(compact()).contains(new CompactionResult(4, 1, 100));
        assertThat(hour.names())
                .containsExactly("compacted-000.parquet", "r1-20260701T000000Z-20260702T000000Z.parquet");
    }

    @Test
    void anEventThatIsThereTwiceIsToldAndNothingIsTouched() throws Exception {
        hour.write(0, 100, 4);
        hour.write("part-copy.parquet", WEATHER.type(), List.of(HourOfWeather.row(7)));
        var before = hour.names();

        assertThatIllegalStateException()
                .isThrownBy(this::compact)
                .withMessageContaining(
                        "dataset weather_observation has an event twice: [topic, partition, offset] [weather, 1, 7]");
        assertThat(hour.read()).hasSize(101);
        assertThat(hour.names()).containsAll(before);
    }

    @Test
    void aColumnThatThisVersionDoesNotKnowIsNotLost() throws Exception {
        hour.write(0, 100, 4);
        hour.write("part-other.parquet", EventLedger1m.class, List.of(ledger()));

        assertThatIllegalStateException()
                .isThrownBy(this::compact)
                .withMessageContaining("have columns [accepted, complete, duplicate, event_count");
        assertThat(hour.names()).hasSize(5);
    }

    @Test
    void aFileThatACheckpointMayNameStays() throws Exception {
        var rows = hour.write(0, 100, 4);
        var named = Files.getLastModifiedTime(hour.folder().resolve("part-0-0.parquet"))
                .toInstant();

        assertThat(compaction(
                                LocalFileSystem.getSharedInstance(),
                                new RetainedSnapshots(List.of(named.minusSeconds(600))))
                        .compact(WEATHER, NOON))
                .isEmpty();
        assertThat(compaction(LocalFileSystem.getSharedInstance(), new RetainedSnapshots(List.of(Instant.EPOCH)))
                        .compact(WEATHER, NOON))
                .isPresent();
        assertThat(hour.read()).containsExactlyInAnyOrderElementsOf(rows);
    }

    @Test
    void aFileThatIsNoParquetIsNamed() throws Exception {
        hour.write(0, 10, 2);
        Files.writeString(hour.folder().resolve("part-broken.parquet"), "this is not a Parquet file");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(this::compact)
                .withMessageContaining("part-broken.parquet");
    }

    private Optional<CompactionResult> compact() throws IOException {
        return compaction(LocalFileSystem.getSharedInstance(), NOTHING).compact(WEATHER, NOON);
    }

    private Compaction compaction(FileSystem files, RetainedSnapshots snapshots) {
        return new Compaction(hour.lake(), files, snapshots, TARGET_BYTES);
    }

    private static EventLedger1m ledger() {
        return new EventLedger1m("weather", NOON, 1L, 1L, 0L, 0L, 0L, "{}", 1L, 0, true);
    }
}
