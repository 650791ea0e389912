package io.carriageway.verify.parity;

import io.carriageway.jobs.contract.EventTopic;
import io.carriageway.jobs.suite.Suite;
import io.carriageway.sandbox.Eventually;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;

/** Runs all jobs live over an hour; one of two TaskManagers is removed in its middle. */
final class LiveRun {

    private static final int[] PARALLELISM = {2, 3, 2};

    private record Running(CityJobRun run, JobID id) {}

    private final ParitySetting setting;
    private final Map<CityJob, Running> jobs = new LinkedHashMap<>();

    private LiveRun(ParitySetting setting) {
        this.setting = setting;
    }

    /** Runs the hour to its end, so that all rows are final; returns what it stored. */
    static Output of(ParitySetting setting, CityHour hour) throws Exception {
        var live = new LiveRun(setting);
        live.start();
        new LiveFeed(setting, hour).send(live::loseATaskManager);
        live.requireRestarts();
        live.drain();
        return live.jobs.get(CityJob.ALL.get(0)).run().output();
    }

    private void start() throws Exception {
        for (var topic : topics()) {
            setting.sandbox().kafka().createTopic(setting.topic(topic), LiveFeed.PARTITIONS);
        }
        setting.sandbox().kafka().createTopic(setting.topic("dead-letter"), 1);
        for (var job : CityJob.ALL) {
            var run = new CityJobRun(setting, ParitySetting.LIVE, job);
            if (job.looksAtPictures()) {
                run.cameras(setting.carriagewayWktByCamera());
            }
            jobs.put(job, new Running(run, run.start(PARALLELISM[jobs.size() % PARALLELISM.length])));
        }
    }

    /** Topics from outside, and topics that jobs fill. */
    private static List<String> topics() {
        return Stream.concat(Suite.owned().stream(), Suite.published().stream())
                .map(EventTopic::name)
                .toList();
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

    /** In the order of the suite, in which a job comes after those whose topics it reads. */
    private void drain() throws Exception {
        for (var job : jobs.entrySet()) {
            for (var topic : job.getKey().readsOfJobs()) {
                Eventually.holds("all of topic " + topic + " is read", () -> setting.at(topic)
                        .isReadBy(setting.group(job.getKey())));
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
