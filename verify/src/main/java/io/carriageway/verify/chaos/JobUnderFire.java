package io.carriageway.verify.chaos;

import io.carriageway.verify.oracle.Trial;
import io.carriageway.verify.trial.TrialJob;
import org.apache.flink.api.common.JobID;

/** One job on the cluster, with its input, its judge and a reader of its tables. */
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

    /** Whether all of its tasks run; a JobManager that does not answer says nothing of them. */
    boolean runs() {
        try {
            return place.client().allRun(id);
        } catch (Exception e) {
            return false;
        }
    }

    /** How often it was started again by itself since it was submitted, or since another JobManager has it. */
    long restarts() throws Exception {
        return place.client().metric(id, "numRestarts");
    }

    /** How often its tasks have tried again to write to the database, since each of them started last. */
    long databaseRetries() throws Exception {
        return place.client().counted(id, "databaseRetries");
    }

    /** Stops it with a savepoint, lets it go on from there, and tells under which id. */
    JobID rescale(int parallelism) throws Exception {
        id = trial.resume(parallelism, new Stop(place, id).with(false));
        return id;
    }

    /**
     * Waits until all is read and every clock has come to its end, and ends the job; returns how many late records were
     * dropped.
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
