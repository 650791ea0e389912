package io.carriageway.jobs.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.event.WeatherObservation;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.jobs.contract.EventTopic;
import io.carriageway.jobs.contract.Table;
import io.carriageway.jobs.definition.JobDefinition;
import io.carriageway.jobs.definition.Program;
import io.carriageway.jobs.weather.WeatherJob;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class SuiteTest {

    private static final List<JobDefinition> JOBS = Suite.JOBS;

    @Test
    void namesOfJobsTopicsAndTablesAreUnique() {
        assertThat(Suite.programs()).extracting(Program::name).doesNotHaveDuplicates();
        assertThat(Stream.concat(Suite.owned().stream(), Suite.published().stream()))
                .extracting(EventTopic::name)
                .doesNotHaveDuplicates();
        assertThat(Suite.tables()).extracting(Table::name).doesNotHaveDuplicates();
    }

    @Test
    void aTopicIsPublishedBeforeItIsRead() {
        var known = new ArrayList<EventTopic<?, ?>>();
        for (var job : JOBS) {
            known.addAll(job.kept());
            assertThat(known).as(job.name()).containsAll(job.inputs());
        }
    }

    /** {@code flink run -c} starts the main method of the program's class. */
    @Test
    void everyProgramHasAMainMethod() throws Exception {
        for (var program : Suite.programs()) {
            assertThat(program.mainClass().getMethod("main", String[].class)).isNotNull();
        }
    }

    @ParameterizedTest
    @FieldSource("JOBS")
    void aJobHasTheOptionsOfWhatItTakesIn(JobDefinition job) {
        assertThat(job.options())
                .extracting(ConfigOption::key)
                .doesNotHaveDuplicates()
                .containsAll(job.inputs().stream()
                        .flatMap(topic -> topic.options().stream())
                        .map(ConfigOption::key)
                        .toList());
    }

    @ParameterizedTest
    @FieldSource("JOBS")
    void aTableHasItsKeyAndItsTimeAndADatasetOfItsOwnRows(JobDefinition job) {
        for (var table : job.tables()) {
            assertThat(table.upsert().timeColumn()).isEqualTo(table.timeColumn());
            assertThat(table.dataset().stream()).allSatisfy(dataset -> {
                assertThat((Class<?>) dataset.type()).isEqualTo(table.row());
                assertThat(dataset.timeColumn()).isEqualTo(table.timeColumn());
            });
            assertThat(table.settling().apply(new Configuration())).isGreaterThanOrEqualTo(Duration.ZERO);
        }
    }

    /** Savepoints contain events of this type in their state. */
    @Test
    void theTypeOfReceivedEventsIsTheOneThatFlinkFindsItself() {
        assertThat(WeatherJob.TOPIC.type())
                .isEqualTo(TypeInformation.of(new TypeHint<ReceivedEvent<WeatherObservation>>() {}));
    }
}
