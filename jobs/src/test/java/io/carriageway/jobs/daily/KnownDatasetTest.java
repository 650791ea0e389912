package io.carriageway.jobs.daily;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.jobs.suite.Suite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class KnownDatasetTest {

    private static final Path SCHEMAS = Path.of("..", "schemas", "src", "main", "avro");
    private static final Pattern DATASET = Pattern.compile("[Dd]ataset: (\\w+)\\.");

    static Stream<KnownDataset> all() {
        return KnownDataset.all(new Configuration()).values().stream();
    }

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
        assertThat(all().map(known -> known.dataset().name())).containsExactlyInAnyOrderElementsOf(named);
    }

    @ParameterizedTest
    @MethodSource("all")
    void itsRowsAreWhatTheSchemaSays(KnownDataset known) {
        var dataset = known.dataset();
        assertThat(DATASET.matcher(dataset.schema().getDoc()).results().map(name -> name.group(1)))
                .contains(dataset.name());
        assertThat(dataset.schema().getField(dataset.timeColumn())).isNotNull();
    }

    @Test
    void aDatasetOfEventsIsCalledByTheirRecord() {
        assertThat(Stream.concat(Suite.owned().stream(), Suite.published().stream()))
                .isNotEmpty()
                .allSatisfy(topic -> assertThat(topic.dataset().name())
                        .isEqualTo(topic.record()
                                .getSimpleName()
                                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                                .toLowerCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @CsvSource({
        "frame_detections, camera",
        "accident, accident",
        "road_conditions_5m, 'camera, vehicle-telemetry, weather'",
    })
    void itsRowsWaitForTheTopicsThatTheyAreMadeOf(String dataset, String topics) {
        assertThat(String.join(
                        ", ", KnownDataset.all(new Configuration()).get(dataset).topics()))
                .isEqualTo(topics);
    }

    /** Other topics may come. */
    @Test
    void alertsWaitForTheTopicsOfEveryJobThatRaisesThem() {
        assertThat(KnownDataset.all(new Configuration()).get("alert").topics())
                .contains("camera", "vehicle-telemetry", "weather")
                .doesNotContain("accident");
    }
}
