package io.carriageway.verify.parity;

import io.carriageway.verify.camera.RegionsOfInterest;
import io.carriageway.verify.oracle.JobRun;
import java.sql.SQLException;
import java.util.Map;
import org.apache.flink.api.common.JobID;

/** One job of a run. All jobs of the run share its database and its lake. */
final class CityJobRun extends JobRun {

    private final CityJob job;

    /** The name of the run is the name of its database. */
    CityJobRun(ParitySetting setting, String run, CityJob job) throws Exception {
        super(setting.sandbox(), setting.name() + "_" + run.replace('-', '_'));
        this.job = job;
        job.topics().forEach(topic -> option("topic." + topic, setting.topic(topic)));
        option("topic.dead-letter", setting.topic("dead-letter"));
        option("kafka.group", setting.group(job));
        // a partition may be slow here, but is never idle
        option("partition.idle-after", "10 min");
        job.options(setting.network().toUri().toString()).forEach(this::option);
    }

    /** Reads the input of the live run, and publishes to a lake of its own. */
    CityJobRun bounded(ParitySetting setting, Mode mode, Range range) {
        option("input", mode.input());
        option("mode", mode.mode());
        option("from", range.from().toString());
        option("to", range.to().toString());
        option("publish", setting.sandbox().s3().uri(lakeFolder()));
        option("lake", setting.liveLake());
        return this;
    }

    /** Writes the cameras' carriageway polygons, which are in no topic. */
    CityJobRun cameras(Map<String, String> carriagewayWktByCamera) throws SQLException {
        RegionsOfInterest.write(this, carriagewayWktByCamera);
        return this;
    }

    JobID start(int parallelism) throws Exception {
        return start(parallelism, job::attach);
    }

    Output output() {
        return new Output(this::connect, lakeFiles());
    }
}
