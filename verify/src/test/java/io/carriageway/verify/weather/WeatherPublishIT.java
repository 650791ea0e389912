package io.carriageway.verify.weather;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.event.WeatherObservation;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.verify.oracle.Replays;
import io.carriageway.verify.oracle.Topic.Sent;
import io.carriageway.verify.topic.TopicRun;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests a bounded run that publishes to S3, is killed at random events, and is run again. */
@ExtendWith(SandboxExtension.class)
class WeatherPublishIT {

    private static final long SEED = 12;
    private static final int KILLS = 6;
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final List<String> TABLES = List.of("weather_10m", "event_ledger_1m");

    @Test
    void aRunThatIsKilledAnywhereLeavesNothingToBeSeenAndGivesTheSameWhenItIsRunAgain(Sandbox sandbox)
            throws Exception {
        try (var registry = new PatchyRegistry(WeatherObservation.getClassSchema())) {
            var whole = bounded(sandbox, new TopicRun(sandbox, Weather.TOPIC, "weather_whole", 2), registry);
            sendRecordsToBeKilledAt(whole);
            whole.awaitEnd(whole.start(2));
            assertThat(published(whole).keySet())
                    .anyMatch(file -> file.startsWith("weather_observation/"))
                    .anyMatch(file -> file.startsWith("weather_10m/"));

            var killed = bounded(sandbox, new TopicRun(sandbox, Weather.TOPIC, "weather_killed", 1), registry)
                    .with("topic.weather", whole.inputTopic());
            for (int kill = 1; kill <= KILLS; kill++) {
                killAt(kill, killed, sandbox, registry);
            }
            loseTheClientAtTheEnd(killed, sandbox);
            for (int parallelism = 1; parallelism <= 2; parallelism++) {
                killed.with("mode", mode(parallelism)).awaitEnd(killed.start(parallelism));
                assertHasWhatWasPublished(killed, whole);
            }
        }
    }

    private static void killAt(int kill, TopicRun killed, Sandbox sandbox, PatchyRegistry registry) throws Exception {
        var thatFar = registry.failAt(kill);
        var job = killed.with("mode", mode(kill)).start(1 + kill % 3);
        assertThat(thatFar.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        sandbox.flink().cancel(job);
        registry.recover();

        assertThat(published(killed)).as("the lake after kill %d", kill).isEmpty();
        assertHasNoRows(killed);
    }

    /** Then the lake has all rows, and the tables, which the client publishes, are empty. */
    private static void loseTheClientAtTheEnd(TopicRun killed, Sandbox sandbox) throws Exception {
        assertThat(sandbox.flink().awaitEnd(killed.start(2), LIMIT)).isEmpty();
        assertHasNoRows(killed);
    }

    private static void assertHasNoRows(TopicRun killed) throws Exception {
        for (var table : TABLES) {
            assertThat(killed.number("SELECT COUNT(*) FROM " + table)).as(table).isZero();
        }
    }

    private static void assertHasWhatWasPublished(TopicRun again, TopicRun whole) throws Exception {
        assertThat(published(again)).isEqualTo(published(whole));
        for (var table : TABLES) {
            Replays.rows(again, "SELECT * FROM " + table)
                    .areThoseOf(Replays.rows(whole, "SELECT * FROM " + table), "table " + table);
        }
    }

    private static String mode(int turn) {
        return turn % 2 == 0 ? "batch" : "streaming";
    }

    private static TopicRun bounded(Sandbox sandbox, TopicRun run, PatchyRegistry registry) {
        return run.with("from", "2026-07-01T11:50:00Z")
                .with("to", "2026-07-01T13:20:00Z")
                .with("schema.registry.url", registry.url())
                .with("publish", sandbox.s3().uri(run.name() + "/published"));
    }

    /** Gives random records a schema number each; the last record, much later, shows that the input continued. */
    private static void sendRecordsToBeKilledAt(TopicRun run) {
        var records = new ArrayList<>(StationsWithFaults.records(SEED));
        var good = new ArrayList<>(IntStream.range(0, records.size())
                .filter(at -> isGoodAvro(records.get(at)))
                .boxed()
                .toList());
        Collections.shuffle(good, new Random(SEED));
        for (int kill = 1; kill <= KILLS; kill++) {
            int at = good.get(kill);
            records.set(at, PatchyRegistry.framed(records.get(at), kill));
        }
        run.topic(run.inputTopic()).sendAll(records);
        run.sendBytes("st-4", new byte[0], Instant.parse("2026-07-01T15:00:00Z").toEpochMilli());
    }

    /** Only a body in Avro can get another frame. */
    private static boolean isGoodAvro(Sent record) {
        return record.defect() == null && record.value()[0] != '{';
    }

    /** The bytes of every object by its place in the lake that was published to. */
    private static Map<String, ByteBuffer> published(TopicRun run) throws IOException {
        var lake = run.lakeFiles().resolveSibling("published");
        var bytes = new TreeMap<String, ByteBuffer>();
        if (Files.exists(lake)) {
            try (var files = Files.walk(lake)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    bytes.put(lake.relativize(file).toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
                }
            }
        }
        return bytes;
    }
}
