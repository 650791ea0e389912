package io.carriageway.jobs.input;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.geo.osm.RoadClasses;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/** The options of which roads a job knows, and of how near to one of them something must be to be on it. */
public final class RoadOptions {

    public static final ConfigOption<String> NETWORK = key("network")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "Address of the roads' file, classpath:, s3: or file:; GeoJSON, or a file of OpenStreetMap and its tools (docs/roads.md). The client reads it when the job is submitted, and it travels with the job.");

    public static final ConfigOption<Boolean> STRICT = key("network.strict")
            .booleanType()
            .defaultValue(false)
            .withDescription(
                    "Whether a road that cannot be loaded is an error. Without it such a road is left out, and the log says why.");

    public static final ConfigOption<String> NEAR = key("network.near")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "Latitude and longitude of a place in the city, like 52.52,13.405, by which roads are found whose latitude and longitude are swapped. Default: none; they are found by where the other roads are.");

    public static final ConfigOption<String> SPEEDS = key("network.speeds")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "Free-flow speeds of roads of which the map has no limit: a country, whose law is taken, and km/h by class, like DE,residential=30. They are marked derived. Default: none; the speed of such a road is NULL.");

    public static final ConfigOption<String> CLASSES = key("network.classes")
            .stringType()
            .defaultValue(String.join(",", RoadClasses.DEFAULT.names()))
            .withDescription(
                    "Values of highway in OpenStreetMap that are roads, separated by commas, the most important first. A longer list loads more ways of a map, and other ids of those that they cut.");

    public static final ConfigOption<Double> DISTANCE = key("match.distance-m")
            .doubleType()
            .defaultValue(30.0)
            .withDescription(
                    "What is farther than this from every segment is on none. More matches poorer positions, and to wrong roads too.");

    /** Of the jobs that match what has a heading. */
    public static final ConfigOption<Double> HEADING = key("match.heading-deg")
            .doubleType()
            .defaultValue(45.0)
            .withDescription(
                    "A report is matched to no segment whose direction is farther than this from its heading.");

    /** Of what reads roads. */
    public static final List<ConfigOption<?>> FILE = List.of(NETWORK, STRICT, NEAR, SPEEDS, CLASSES);

    public static final List<ConfigOption<?>> ALL = List.of(NETWORK, DISTANCE, STRICT, NEAR, SPEEDS, CLASSES);

    private RoadOptions() {}
}
