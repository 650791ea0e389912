package io.carriageway.verify.camera;

import io.carriageway.verify.oracle.Oracle;
import io.carriageway.verify.topic.Companion;
import io.carriageway.verify.topic.TopicRun;

/** Where the roads are in the pictures of {@link CityWithFaults}. */
record Carriageways() implements Companion {

    @Override
    public void prepare(TopicRun run, long seed) throws Exception {
        RegionsOfInterest.write(run, CityWithFaults.carriagewayPolygons(seed));
    }

    @Override
    public void tell(Oracle oracle, TopicRun run) throws Exception {
        oracle.insert("camera", run.query("SELECT camera_id, carriageway_polygon FROM camera"));
    }
}
