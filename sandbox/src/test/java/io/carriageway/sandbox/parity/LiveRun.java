package io.carriageway.sandbox.parity;

import io.carriageway.sandbox.Eventually;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.JobID;

/** All jobs live, while an hour happens and one of two task managers goes in its middle. */
final class LiveRun {

    private static final int[] PARALLELISM = {2, 3, 2, 2, 2};

    private record Running(CityJobRun run, JobID id) {}

    private final ParitySetting setting;
    private final Map<CityJob, Running> jobs = new EnumMap<>(CityJob.class);

    private LiveRun(ParitySetting setting) {
        this.setting = setting;
    }

    /** Runs the hour to its end, so that all rows are final; gives what it stored. */
    static Output of(ParitySetting setting, CityHour hour) throws Exception {
        var live = new LiveRun(setting);
        live.start();
        new LiveFeed(setting, hour).send(live::loseATaskManager);
        live.requireRestarts();
        live.drain();
        return live.jobs.get(CityJob.WEATHER).run().output();
    }

    private void start() throws Exception {
        for (var topic : List.of("camera", "vehicle-telemetry", "weather", "accident", "detection")) {
            setting.sandbox().kafka().createTopic(setting.topic(topic), LiveFeed.PARTITIONS);
        }
        setting.sandbox().kafka().createTopic(setting.topic("dead-letter"), 1);
        for (var job : CityJob.values()) {
            var run = new CityJobRun(setting, ParitySetting.LIVE, job);
            if (job == CityJob.CAMERA) {
                run.cameras(setting.roadMaskWktByCamera());
            }
            jobs.put(job, new Running(run, run.start(PARALLELISM[job.ordinal()])));
        }
    }

    private void loseATaskManager() throws Exception {
        setting.sandbox().flink().terminateTaskManager();
        setting.sandbox().flink().startTaskManager();
    }

    private void requireRestarts() throws Exception {
        for (var job : jobs.values()) {
            if (job.run().statusHistory(job.id()).contains("\"RESTARTING\":0")) {
                throw new AssertionError(job.run().name() + " was not hit by the end of a task manager");
            }
        }
    }

    /** The conditions job at the end, for it reads what the camera job writes. */
    private void drain() throws Exception {
        for (var job : jobs.entrySet()) {
            if (job.getKey() == CityJob.CONDITIONS) {
                Eventually.holds("all detections are read", () -> setting.at("detection")
                        .isReadBy(setting.group(CityJob.CONDITIONS)));
            }
            job.getValue().run().drain(job.getValue().id());
        }
        for (var job : jobs.values()) {
            if (job.run().lateRecordsDropped(job.id()) != 0) {
                throw new AssertionError("events missed their windows in a live job of "
                        + job.run().name());
            }
        }
    }
}
