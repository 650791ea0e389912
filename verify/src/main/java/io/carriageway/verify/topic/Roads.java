package io.carriageway.verify.topic;

import io.carriageway.verify.oracle.Oracle;
import java.util.List;

/**
 * The roads of a job.
 *
 * @param geoJson a GeoJSON FeatureCollection
 */
public record Roads(String geoJson) implements Companion {

    @Override
    public void join(TopicRun run) throws Exception {
        run.with("network", run.file(".geojson", geoJson));
    }

    @Override
    public void tell(Oracle oracle, TopicRun run) throws Exception {
        oracle.insert("network", List.of(List.of(geoJson)));
    }
}
