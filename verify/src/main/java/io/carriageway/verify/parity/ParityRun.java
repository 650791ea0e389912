package io.carriageway.verify.parity;

import io.carriageway.sandbox.Sandbox;
import io.carriageway.verify.camera.CityWithFaults;
import io.carriageway.verify.telemetry.TestStreets;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.JobID;

/** Runs an hour live and by replays, each into its own database and lake, and compares what they stored. */
final class ParityRun {

    /** Greatest disorder of arrival times. A bounded run reads that much more. */
    private static final Duration WATERMARK_BOUND = Duration.ofSeconds(5);

    private static final int MOST_PARALLELISM = 3;

    private record Running(CityJobRun run, JobID id, Range range, int parallelism) {}

    private final ParitySetting setting;
    private final CityHour hour;
    private final PrintStream out;

    private ParityRun(ParitySetting setting, CityHour hour, PrintStream out) {
        this.setting = setting;
        this.hour = hour;
        this.out = out;
    }

    /**
     * Runs and compares.
     *
     * @param folder for files that are made once: pictures and roads
     */
    static Verdict of(Sandbox sandbox, long seed, Duration length, List<Way> ways, Path folder, PrintStream out)
            throws Exception {
        var roads = Files.writeString(
                Files.createDirectories(folder).resolve("parity-roads.geojson"),
                TestStreets.geoJson(CityHour.START.plus(length.dividedBy(2))));
        var hour = CityHour.of(seed, length, folder);
        var setting = new ParitySetting(sandbox, "parity", roads, CityWithFaults.carriagewayPolygons(seed));
        return new ParityRun(setting, hour, out).verdict(ways);
    }

    private Verdict verdict(List<Way> ways) throws Exception {
        setting.sandbox().flink().startTaskManager();
        out.println("live: %d jobs; a TaskManager is removed in the middle".formatted(CityJob.ALL.size()));
        var live = LiveRun.of(setting, hour);
        var verdict = new Verdict(out);
        verdict.addRefused(live.refusedRows());
        for (var way : ways) {
            compare(way, live, verdict);
        }
        setting.sandbox().flink().terminateTaskManager();
        out.println(verdict.summary());
        return verdict;
    }

    private void compare(Way way, Output live, Verdict verdict) throws Exception {
        var jobs = start(way);
        for (var running : jobs.values()) {
            running.run().awaitEnd(running.id());
            if (running.run().lateRecordsDropped(running.id()) != 0) {
                throw new AssertionError("events missed their windows in a job of "
                        + running.run().name());
            }
        }
        // all jobs of a run share its database
        verdict.addRefused(jobs.get(CityJob.ALL.get(0)).run().refusedRows());
        for (var job : jobs.keySet()) {
            for (var stored : job.stored()) {
                verdict.add(comparison(stored, way.mode(), job, jobs.get(job), live));
            }
        }
    }

    private Map<CityJob, Running> start(Way way) throws Exception {
        var mode = way.mode();
        var jobs = new LinkedHashMap<CityJob, Running>();
        for (var job : CityJob.ALL) {
            var range = way.middle() ? hour.middle(job.largestWindow()) : hour.whole();
            var run = new CityJobRun(setting, mode + "-" + range.name(), job).bounded(setting, mode, range);
            if (job.looksAtPictures()) {
                run.cameras(setting.carriagewayWktByCamera());
            }
            int parallelism = 1 + (jobs.size() + mode.ordinal() + (way.middle() ? 1 : 0)) % MOST_PARALLELISM;
            jobs.put(job, new Running(run, run.start(parallelism), range, parallelism));
        }
        return jobs;
    }

    /** A bounded run keeps the late events that it reads; it does not read this far behind its range. */
    private Comparison comparison(Stored stored, Mode mode, CityJob job, Running running, Output live)
            throws Exception {
        var readTo = running.range()
                .to()
                .plus(job.lookahead())
                .plus(job.longestUntilArrival())
                .plus(WATERMARK_BOUND);
        var topic = stored.topic() == null ? null : setting.topic(stored.topic());
        return new Comparison(
                stored,
                running.range(),
                mode,
                running.parallelism(),
                live.rows(stored, topic, running.range(), readTo),
                running.run().output().rows(stored, topic));
    }
}
