package io.carriageway.jobs.conditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.carriageway.accident.AccidentRules;
import io.carriageway.intake.LatenessConfig;
import io.carriageway.jobs.input.EventInput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionsConfigTest {

    private static final List<String> REQUIRED = List.of(
            "--kafka.bootstrap",
            "broker:9092",
            "--mysql.url",
            "jdbc:mysql://db/carriageway",
            "--mysql.user",
            "writer",
            "--mysql.password-file",
            "/any/password",
            "--network",
            "file:///roads.geojson",
            "--lake",
            "s3://carriageway/lake");

    @Test
    void theDefaultsAreThoseOfTheDesign() throws Exception {
        var config = with();
        var topics = config.topics();
        assertThat(List.of(topics.detection(), topics.telemetry(), topics.weather(), topics.accident()))
                .extracting(EventInput::topic)
                .containsExactly("detection", "vehicle-telemetry", "weather", "accident");
        assertThat(topics.accident().group()).isEqualTo("carriageway-conditions");
        assertThat(topics.accident().config().rules()).isEqualTo(new AccidentRules(Duration.ofHours(24)));
        var pipeline = config.pipeline();
        assertThat(pipeline.accidentActiveFor()).isEqualTo(Duration.ofHours(3));
        assertThat(pipeline.limits().headingDegrees()).isEqualTo(45);
        assertThat(pipeline.windows().size()).isEqualTo(Duration.ofMinutes(5));
        assertThat(pipeline.windows().allowedLateness()).isEqualTo(Duration.ofMinutes(25));
    }

    @Test
    void detectionsAreRememberedForTheLagOfTheirSourcesPartitions() throws Exception {
        assertThat(with().topics().detection().config().timing().limits())
                .isEqualTo(new LatenessConfig(Duration.ofMinutes(10), Duration.ofMinutes(1), Duration.ofMinutes(15)));
    }

    @Test
    void anAccidentMustHoldForSomeTime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with("--accident.active-for", "0 s"))
                .withMessageContaining("accident.active-for");
    }

    private static ConditionsConfig with(String... more) throws Exception {
        var arguments = new ArrayList<>(REQUIRED);
        arguments.addAll(List.of(more));
        return ConditionsConfig.from(arguments.toArray(new String[0]));
    }
}
