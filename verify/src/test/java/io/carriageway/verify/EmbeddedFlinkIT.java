package io.carriageway.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.sandbox.Eventually;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SandboxExtension.class)
class EmbeddedFlinkIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long NUMBERS = 5_000;
    private static final double SLOWLY = 20;
    private static final double AT_ONCE = 1_000_000;

    @TempDir
    private Path folder;

    @Test
    void aJobCheckpointsToS3StopsWithASavepointAndContinuesFromIt(Sandbox sandbox) throws Exception {
        var flink = sandbox.flink();
        var first = flink.submit(counting(sandbox, SLOWLY, CountInOrder.from(0, folder.resolve("first"))), "counts");
        Eventually.holds("the first number", () -> Files.exists(folder.resolve("first")));
        flink.checkpoint(first);
        assertThat(sandbox.folder().resolve("s3/carriageway/checkpoints/" + first))
                .isDirectoryRecursivelyContaining("glob:**/_metadata");

        var savepoint = flink.stopWithSavepoint(first, false);
        assertThat(savepoint).startsWith(sandbox.s3().uri("savepoints/"));
        assertThat(flink.status(first)).isEqualTo(JobStatus.FINISHED);

        var second = flink.resume(
                counting(sandbox, AT_ONCE, CountInOrder.from(1, folder.resolve("second"))), "counts on", savepoint);
        assertThat(flink.awaitEnd(second, LIMIT)).isEmpty();
        assertThat(folder.resolve("second")).exists();
    }

    @Test
    void theCauseOfAFailureIsReported(Sandbox sandbox) throws Exception {
        var flink = sandbox.flink();
        var wrong = CountInOrder.from(1, folder.resolve("never"));

        var job = flink.submit(counting(sandbox, AT_ONCE, wrong), "fails at once");

        assertThat(flink.awaitEnd(job, LIMIT)).hasValueSatisfying(failure -> assertThat(failure)
                .hasStackTraceContaining("0 came, at least 1 was expected"));
        assertThat(flink.status(job)).isEqualTo(JobStatus.FAILED);
    }

    @Test
    void aJobThatIsCancelledIsGone(Sandbox sandbox) throws Exception {
        var flink = sandbox.flink();
        var job = flink.submit(counting(sandbox, SLOWLY, CountInOrder.from(0, folder.resolve("first"))), "counts");
        flink.cancel(job);
        assertThat(flink.status(job)).isEqualTo(JobStatus.CANCELED);
    }

    @Test
    void theWebInterfaceAnswersAndTakesNoJars(Sandbox sandbox) throws Exception {
        assertThat(get(sandbox.flinkUrl()).body()).contains("Apache Flink Web Dashboard");
        assertThat(get(sandbox.flinkUrl() + "/jars").statusCode()).isEqualTo(404);
    }

    private static StreamExecutionEnvironment counting(Sandbox sandbox, double perSecond, CountInOrder count) {
        var environment = new StreamExecutionEnvironment(
                sandbox.flinkConfiguration().set(RestartStrategyOptions.RESTART_STRATEGY, "none"));
        environment.setParallelism(1).enableCheckpointing(600_000);
        var numbers = new DataGeneratorSource<>(
                number -> number, NUMBERS, RateLimiterStrategy.perSecond(perSecond), Types.LONG);
        environment
                .fromSource(numbers, WatermarkStrategy.noWatermarks(), "numbers")
                .uid("numbers")
                .keyBy(number -> "all")
                .process(count)
                .uid("count")
                .sinkTo(new DiscardingSink<>())
                .uid("nowhere");
        return environment;
    }

    private static HttpResponse<String> get(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }
}
