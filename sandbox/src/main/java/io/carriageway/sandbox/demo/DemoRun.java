package io.carriageway.sandbox.demo;

import io.carriageway.city.City;
import io.carriageway.event.FrameDetections;
import io.carriageway.jobs.io.jdbc.MySqlConnection;
import io.carriageway.jobs.io.jdbc.reference.DatabaseSchema;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.demo.board.CameraLine;
import io.carriageway.sandbox.demo.board.Flow;
import io.carriageway.sandbox.demo.board.RateMeter;
import io.carriageway.sandbox.demo.board.Screen;
import io.carriageway.sandbox.demo.board.TerminalBoard;
import io.carriageway.sandbox.demo.totals.DeadLetters;
import io.carriageway.sandbox.demo.totals.FrameCount;
import io.carriageway.sandbox.demo.totals.LakeContents;
import io.carriageway.sandbox.demo.totals.Scoreboard;
import io.carriageway.sandbox.demo.totals.StoreTotals;
import io.carriageway.sandbox.demo.totals.Summary;
import io.carriageway.sandbox.demo.totals.Tables;
import io.carriageway.sandbox.demo.totals.TopicReader;
import io.carriageway.sandbox.demo.totals.Topics;
import io.carriageway.sandbox.demo.totals.Truth;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One run of the demo: waits for the first row, shows the live table, and prints the summary. */
final class DemoRun implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration REDRAW = Duration.ofSeconds(1);
    private static final long POLL_MILLIS = 100;

    private final Sandbox sandbox;
    private final Scenario scenario;
    private final Topics topics;
    private final Tables tables;
    private final DemoJobs jobs;
    private final Scoreboard scoreboard;
    private final TopicReader<FrameDetections> detections;
    private final RateMeter rateMeter = new RateMeter();

    private DemoRun(
            Sandbox sandbox, Scenario scenario, Topics topics, Tables tables, DemoJobs jobs, Scoreboard scoreboard) {
        this.sandbox = sandbox;
        this.scenario = scenario;
        this.topics = topics;
        this.tables = tables;
        this.jobs = jobs;
        this.scoreboard = scoreboard;
        this.detections = new TopicReader<>(sandbox.kafkaBootstrap(), Topics.DETECTION, FrameDetections.class);
    }

    /** Creates topics and tables and starts the jobs. */
    static DemoRun start(Sandbox sandbox, Scenario scenario, DemoConfig options) throws Exception {
        var city = City.of(scenario.city());
        var topics = Topics.create(sandbox.kafka());
        DatabaseSchema.migrate(new MySqlConnection(sandbox.jdbcUrl(), sandbox.jdbcUser(), sandbox.jdbcPassword()));
        var connection = sandbox.database().connect();
        var tables = new Tables(connection);
        tables.refuseOldRows();
        var reference = new CityReference(city);
        reference.write(connection);
        var jobs = DemoJobs.submit(sandbox, scenario, DemoJobSpecs.of(options, reference.writeRoads(sandbox.folder())));
        return new DemoRun(sandbox, scenario, topics, tables, jobs, new Scoreboard(new Truth(city)::vehiclesIn));
    }

    /** Waits for the first row and returns its time since the start of the JVM. */
    double awaitFirstRow() throws Exception {
        await(tables::hasRow, "camera_traffic_1m has no row");
        return sinceStart().toMillis() / 1000.0;
    }

    /** Shows the live view until the simulator has sent its last event and every job has read its topics. */
    void watch(Screen screen) throws Exception {
        while (jobs.simulating()) {
            show(screen);
        }
        var deadline = sinceStart().plus(LIMIT);
        while (!jobs.haveReadAll(topics)) {
            refuseLateness(deadline, "a job has not read its topics to their end");
            show(screen);
        }
    }

    private void show(Screen screen) throws Exception {
        var redrawAt = sinceStart().plus(REDRAW);
        for (var left = REDRAW; !left.isNegative(); left = redrawAt.minus(sinceStart())) {
            detections.next(left).forEach(scoreboard::add);
        }
        screen.show(board());
    }

    private TerminalBoard board() throws InterruptedException, SQLException {
        var totals = stock();
        var flow = Flow.of(totals, topics.lag());
        var cameras = tables.newestMinutes().stream()
                .map(row -> new CameraLine(row, scoreboard.of(row.cameraId(), row.minute())))
                .toList();
        var now = sinceStart();
        var framesPerSecond = rateMeter.perSecond(now, flow.detected());
        return new TerminalBoard(now, cameras, flow, framesPerSecond, scoreboard.total(), totals);
    }

    private StoreTotals stock() throws InterruptedException, SQLException {
        return StoreTotals.of(topics.records(), tables.ledgerSumsByTopic(), tables.states());
    }

    /** Drains the jobs, which finish every row and file, and computes the summary. */
    Summary finish(double firstRowSeconds) throws Exception {
        for (var job : jobs.inOrder()) {
            await(() -> job.hasReadAll(topics), job.name() + " has not read its topics to their end");
            jobs.drain(job);
        }
        while (!detections.atEnd()) {
            detections.next(REDRAW).forEach(scoreboard::add);
        }
        return new Summary(
                firstRowSeconds,
                new FrameCount(scenario.plannedFrames(), tables.frameSum(), scoreboard.total()),
                stock(),
                DeadLetters.count(sandbox.kafkaBootstrap()),
                tables.refused(),
                LakeContents.read(sandbox.s3().uri("lake")));
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private void await(Condition condition, String orElse) throws Exception {
        var deadline = sinceStart().plus(LIMIT);
        while (!condition.holds()) {
            var unused = jobs.simulating();
            refuseLateness(deadline, orElse);
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    private static void refuseLateness(Duration deadline, String what) {
        if (sinceStart().compareTo(deadline) > 0) {
            throw new IllegalStateException("not within the time limit: " + what);
        }
    }

    private static Duration sinceStart() {
        return Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    }

    @Override
    public void close() throws SQLException {
        detections.close();
        tables.close();
        topics.close();
    }
}
