package io.carriageway.verify;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.jobs.Environments;
import io.carriageway.jobs.io.lake.Lake;
import io.carriageway.jobs.options.JobArguments;
import io.carriageway.jobs.weather.WeatherJob;
import io.carriageway.row.WeatherObservationRow;
import io.carriageway.sandbox.EmbeddedFlink;
import io.carriageway.sandbox.servers.LoopbackPorts;
import io.carriageway.sandbox.servers.S3Access;
import io.carriageway.sandbox.servers.Servers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Measures the cost of writing events of many hours to the lake: {@code make many-hours}. */
final class ManyHours {

    private static final ConfigOption<Integer> HOURS =
            key("hours").intType().defaultValue(6_000).withDescription("Number of hours that the rows come from.");
    private static final ConfigOption<Integer> ROWS =
            key("rows").intType().defaultValue(60_000).withDescription("Number of rows.");
    private static final ConfigOption<Integer> OPEN_FILES = key("open-files")
            .intType()
            .defaultValue(32)
            .withDescription("Number of files that the sink keeps open in each subtask.");
    private static final ConfigOption<List<Way>> WAYS = key("ways")
            .enumType(Way.class)
            .asList()
            .defaultValues(Way.values())
            .withDescription("Ways into the lake, separated by semicolons.");

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final long CHECKPOINT_MILLIS = 10_000;
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final double NANOS = 1e9;

    /** A prime, so it meets each hour once before the first comes again. */
    private static final long STRIDE = 4_801;

    /** A way to write rows to the lake, and their order. */
    enum Way {
        IN_ORDER,
        SHUFFLED,
        BY_TURNS,
        BOUNDED_STREAMING,
        BOUNDED_BATCH;

        /**
         * The hour of a row. Either the hours follow each other; or they alternate among one more hour than may be
         * open, the worst case for closing the file that was written least recently; or neighbouring rows are always of
         * different hours.
         */
        long hour(long number, int hours, int rows, int openFiles) {
            return switch (this) {
                case IN_ORDER -> number * hours / rows;
                case BY_TURNS -> {
                    long turns = (long) rows / hours * (openFiles + 1);
                    yield number / turns * (openFiles + 1) + number % (openFiles + 1);
                }
                case SHUFFLED, BOUNDED_STREAMING, BOUNDED_BATCH -> number * STRIDE % hours;
            };
        }
    }

    private final CountedS3 server;
    private final S3Access s3;
    private final EmbeddedFlink flink;
    private final Path folder;
    private final int hours;
    private final int rows;
    private final int openFiles;

    private ManyHours(CountedS3 server, S3Access s3, EmbeddedFlink flink, Path folder, Map<String, Integer> size) {
        this.server = server;
        this.s3 = s3;
        this.flink = flink;
        this.folder = folder;
        this.hours = size.get(HOURS.key());
        this.rows = size.get(ROWS.key());
        this.openFiles = size.get(OPEN_FILES.key());
    }

    public static void main(String[] args) throws Exception {
        var given = JobArguments.parse(args, List.of(HOURS, ROWS, OPEN_FILES, WAYS), Map.of());
        var size = Map.of(
                HOURS.key(), JobArguments.require(given, HOURS),
                ROWS.key(), JobArguments.require(given, ROWS),
                OPEN_FILES.key(), JobArguments.require(given, OPEN_FILES));
        var folder = Files.createTempDirectory(Servers.buildFolder(), "many-hours-");
        var s3 = S3Access.onPort(LoopbackPorts.free());
        try (var server = CountedS3.start(folder.resolve("s3"), s3);
                var flink = EmbeddedFlink.start(
                        folder.resolve("flink"),
                        LoopbackPorts.free(),
                        s3,
                        Servers.buildFolder().resolve("plugins"))) {
            var trial = new ManyHours(server, s3, flink, folder, size);
            say("| way | hours | rows | open files | files | heap MB | seconds | slowest checkpoint | requests |");
            for (var way : JobArguments.require(given, WAYS)) {
                trial.run(way);
            }
        }
        System.exit(0); // threads of the plugin's S3 client stay
    }

    private void run(Way way) throws Exception {
        var name = way.name().toLowerCase(Locale.ROOT);
        var before = server.requests();
        long start = System.nanoTime();
        try (var heap = LiveHeap.watch()) {
            var job = flink.submit(job(way, new Lake(s3.uri(name), 0, openFiles)), name);
            var failure = flink.awaitEnd(job, LONGEST);
            var requests = server.requests();
            requests.replaceAll((kind, count) -> count - before.getOrDefault(kind, 0L));
            requests.values().removeIf(count -> count == 0);
            say(
                    "| %s | %d | %d | %d | %d | %d | %.0f | %s | %s |%s",
                    name.replace('_', ' '),
                    hours,
                    rows,
                    openFiles,
                    files(name),
                    heap.addedMegabytes(),
                    (System.nanoTime() - start) / NANOS,
                    CheckpointTimes.of(flink.url(), job),
                    requests,
                    failure.map(failed -> " failed: " + failed.getMessage()).orElse(""));
        }
    }

    private StreamExecutionEnvironment job(Way way, Lake lake) {
        var env = new StreamExecutionEnvironment(flink.configuration());
        env.setParallelism(1).enableCheckpointing(CHECKPOINT_MILLIS);
        Environments.prepare(env);
        var dataset = WeatherJob.TOPIC.dataset();
        switch (way) {
            case IN_ORDER, SHUFFLED, BY_TURNS -> {
                var unused =
                        rows(env, way).sinkTo(lake.sink(dataset)).name("lake").uid("lake");
            }
            case BOUNDED_STREAMING, BOUNDED_BATCH -> {
                env.setRuntimeMode(
                        way == Way.BOUNDED_BATCH ? RuntimeExecutionMode.BATCH : RuntimeExecutionMode.STREAMING);
                lake.publish(rows(env, way), dataset, "r0", row -> 0, "lake");
            }
        }
        return env;
    }

    private DataStream<WeatherObservationRow> rows(StreamExecutionEnvironment env, Way way) {
        int all = rows;
        int of = hours;
        int open = openFiles;
        var numbers = new DataGeneratorSource<Long>(number -> number, all, Types.LONG);
        return env.fromSource(numbers, WatermarkStrategy.noWatermarks(), "numbers")
                .uid("numbers")
                .map(number -> row(number, way.hour(number, of, all, open)))
                .returns(WeatherObservationRow.class)
                .name("rows")
                .uid("rows");
    }

    private static WeatherObservationRow row(long number, long hour) {
        var at = START.plus(Duration.ofHours(hour)).plusMillis(number % 3_600_000);
        return new WeatherObservationRow(
                "st-" + number % 50,
                at,
                52.5,
                13.4,
                20 + number % 80 / 8.0,
                60.0,
                null,
                3.5,
                null,
                0.0,
                null,
                "RAIN",
                null,
                (int) (number % 500),
                "weather",
                0,
                number,
                at.plusMillis(number % 1_000),
                true);
    }

    /** The objects, which this server stores as files. */
    private long files(String lake) throws Exception {
        try (var all = Files.walk(folder.resolve("s3").resolve(s3.bucket()).resolve(lake))) {
            return all.filter(file -> file.toString().endsWith(".parquet")).count();
        }
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
