package io.carriageway.verify.chaos;

import io.carriageway.verify.oracle.Trial;
import io.carriageway.verify.trial.TrialJob;
import org.apache.flink.api.common.JobID;

/** One job on the cluster, with its input, its oracle and a reader of its tables. */
final class JobUnderFire {

    private static final int PARALLELISM = 2;

    private final ChaosCluster place;
    private final TrialJob job;
    private final Trial trial;
    private final GuardWatch watch;
    private volatile JobID id;

    private JobUnderFire(ChaosCluster place, TrialJob job, Trial trial, GuardWatch watch) {
        this.place = place;
        this.job = job;
        this.trial = trial;
        this.watch = watch;
    }

    static JobUnderFire start(ChaosCluster place, TrialJob job, long seed) throws Exception {
        var trial = job.longTrial(place, job.toString(), seed).withIdlePartitions();
        var fire = new JobUnderFire(place, job, trial, new GuardWatch(trial.run()::connect));
        fire.id = trial.start(PARALLELISM);
        var watcher = new Thread(fire.watch, "watch-" + job);
        watcher.setDaemon(true);
        watcher.start();
        return fire;
    }

    Trial trial() {
        return trial;
    }

    GuardWatch watch() {
        return watch;
    }

    /** Whether all of its tasks run; false if the JobManager does not answer. */
    boolean runs() {
        try {
            return place.client().allRun(id);
        } catch (Exception e) {
            return false;
        }
    }

    /** Number of automatic restarts since it was submitted, or since another JobManager took it over. */
    long restarts() throws Exception {
        return place.client().metric(id, "numRestarts");
    }

    /** Number of retried writes to the database, since the last start of each task. */
    long databaseRetries() throws Exception {
        return place.client().counted(id, "databaseRetries");
    }

    /** Stops the job with a savepoint, resumes it from there, and returns its new id. */
    JobID rescale(int parallelism) throws Exception {
        id = trial.resume(parallelism, new Stop(place, id).with(false));
        return id;
    }

    /**
     * Waits until all input is read and every watermark has reached its end, and ends the job. Returns the number of
     * dropped late records.
     */
    long drain() throws Exception {
        trial.settle(id);
        long lateRecordsDropped = place.lateRecordsDropped(id);
        var unused = new Stop(place, id).with(true);
        return lateRecordsDropped;
    }

    @Override
    public String toString() {
        return job.toString();
    }
}
