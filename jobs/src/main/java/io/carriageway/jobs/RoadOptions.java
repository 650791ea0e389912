package io.carriageway.jobs;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.geo.RoadNetwork;
import io.carriageway.jobs.io.lake.ReferenceFile;
import java.io.IOException;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/** Which roads a job knows, and how near to one of them something must be to be on it. */
public record RoadOptions(String address, double distanceMetres) {

    private static final ConfigOption<String> NETWORK = key("network")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "The roads: classpath:, s3: or file: address of a GeoJSON file. A file is the client's: it is read when the job is submitted, and travels with it.");
    private static final ConfigOption<Double> DISTANCE = key("match.distance-m")
            .doubleType()
            .defaultValue(30.0)
            .withDescription(
                    "What is farther than this from every segment is on none. More matches poorer positions, and to wrong roads too.");

    public static final List<ConfigOption<?>> OPTIONS = List.of(NETWORK, DISTANCE);

    /** Of the jobs that match what has a heading. */
    public static final ConfigOption<Double> HEADING = key("match.heading-deg")
            .doubleType()
            .defaultValue(45.0)
            .withDescription(
                    "A report is matched to no segment whose direction is farther than this from its heading.");

    public static RoadOptions of(Configuration given) {
        return new RoadOptions(JobArguments.require(given, NETWORK), JobArguments.require(given, DISTANCE));
    }

    public RoadNetwork read() throws IOException {
        return RoadNetwork.parse(new ReferenceFile(address).read(), address);
    }
}
