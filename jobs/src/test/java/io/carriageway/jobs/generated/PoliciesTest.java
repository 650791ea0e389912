package io.carriageway.jobs.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.carriageway.jobs.io.lake.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Evaluates the policies of S3 for the objects of every dataset, as IAM would. */
class PoliciesTest {

    private static final Path REPOSITORY = Path.of("..");
    private static final Path JOBS = Path.of("flink-conf", "aws", "jobs-policy.json");
    private static final Path FRAMES = Path.of("flink-conf", "aws", "frames-policy.json");
    private static final String LAKE = "arn:aws:s3:::<bucket>/lake/";
    private static final List<String> CHANGES =
            List.of("s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts");

    static Stream<Dataset<?>> datasets() {
        return Policies.datasets();
    }

    @ParameterizedTest
    @MethodSource("datasets")
    void jobsMayChangeEachDatasetAndReadersMayReadIt(Dataset<?> dataset) throws IOException {
        var object = LAKE + dataset.name() + "/dt=2026-07-01/hour=08/part-0.parquet";
        assertThat(allowed(JOBS, object)).contains("s3:GetObject").containsAll(CHANGES);
        assertThat(allowed(Policies.READER, object)).containsExactly("s3:GetObject");
    }

    @ParameterizedTest
    @MethodSource("datasets")
    void aDatasetIsClosedToTheOtherReadersIfAndOnlyIfItShowsVehicles(Dataset<?> dataset) throws IOException {
        var object = LAKE + dataset.name() + "/dt=2026-07-01/hour=08/part-0.parquet";
        boolean shown = dataset.schema().toString().contains("vehicle_id");
        assertThat(allowed(Policies.WITHOUT_VEHICLE_IDS, object))
                .isEqualTo(shown ? List.of() : List.of("s3:GetObject"));
        assertThat(listed(Policies.WITHOUT_VEHICLE_IDS))
                .filteredOn(prefix -> matches(prefix, "lake/" + dataset.name() + "/"))
                .hasSize(shown ? 0 : 1);
    }

    @Test
    void someDatasetShowsVehicles() {
        assertThat(datasets().filter(dataset -> Policies.showsVehicles(dataset.schema())))
                .extracting(Dataset::name)
                .containsExactlyInAnyOrder("vehicle_telemetry", "journey");
    }

    @ParameterizedTest
    @ValueSource(strings = {"checkpoints", "savepoints", "ha"})
    void onlyJobsReachState(String folder) throws IOException {
        var object = "arn:aws:s3:::<state>/" + folder + "/weather/x";
        assertThat(allowed(JOBS, object)).contains("s3:GetObject").containsAll(CHANGES);
        for (var reader : List.of(Policies.READER, Policies.WITHOUT_VEHICLE_IDS, FRAMES)) {
            assertThat(allowed(reader, object)).isEmpty();
            assertThat(allowed(reader, object.replace("<state>", "<bucket>"))).isEmpty();
        }
    }

    @Test
    void jobsKeepPicturesAndDeleteNone() throws IOException {
        assertThat(allowed(JOBS, "arn:aws:s3:::<bucket>/frames/cam-1/x"))
                .containsExactlyInAnyOrder("s3:GetObject", "s3:PutObject");
        assertThat(allowed(JOBS, "arn:aws:s3:::<bucket>/frames/carriageway-check-x"))
                .as("a check before a submission writes and deletes a file")
                .contains("s3:DeleteObject");
        assertThat(allowed(FRAMES, "arn:aws:s3:::<frames>/x.jpg")).containsExactly("s3:GetObject");
    }

    @Test
    void noPolicyIsWiderThanItsFolders() throws IOException {
        for (var policy : List.of(JOBS, FRAMES, Policies.READER, Policies.WITHOUT_VEHICLE_IDS)) {
            assertThat(allowed(policy, "arn:aws:s3:::<bucket>/other/x")).isEmpty();
            assertThat(allowed(policy, "arn:aws:s3:::another/lake/run/x")).isEmpty();
            assertThat(statements(policy).flatMap(statement -> texts(statement.path("Action"))))
                    .noneMatch(action -> action.contains("*"));
        }
    }

    /** The actions on an object that the policy allows. Its statements have no Deny. */
    private static List<String> allowed(Path policy, String object) throws IOException {
        return statements(policy)
                .filter(statement -> texts(statement.path("Resource")).anyMatch(resource -> matches(resource, object)))
                .flatMap(statement -> texts(statement.path("Action")))
                .toList();
    }

    /** The prefixes under which the policy lists the lake. */
    private static List<String> listed(Path policy) throws IOException {
        return statements(policy)
                .filter(statement -> texts(statement.path("Action")).anyMatch("s3:ListBucket"::equals))
                .flatMap(statement -> texts(statement.at("/Condition/StringLike/s3:prefix")))
                .toList();
    }

    private static Stream<JsonNode> statements(Path policy) throws IOException {
        var parsed = new JsonMapper().readTree(REPOSITORY.resolve(policy).toFile());
        assertThat(parsed.path("Version").asText()).isEqualTo("2012-10-17");
        return StreamSupport.stream(parsed.path("Statement").spliterator(), false)
                .filter(statement -> statement.path("Effect").asText().equals("Allow"));
    }

    private static Stream<String> texts(JsonNode oneOrMore) {
        return oneOrMore.isArray()
                ? StreamSupport.stream(oneOrMore.spliterator(), false).map(JsonNode::asText)
                : Stream.of(oneOrMore.asText());
    }

    private static boolean matches(String pattern, String text) {
        var parts = Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return text.matches(parts);
    }
}
