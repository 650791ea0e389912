package io.carriageway.jobs.input;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.geo.osm.RoadClasses;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/** The options of roads and of map matching. */
public final class RoadOptions {

    public static final ConfigOption<String> NETWORK = key("network")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "Address of the file of roads, classpath:, s3: or file:; GeoJSON, or a file of OpenStreetMap and its tools (docs/roads.md). The client reads it when the job is submitted, and it travels with the job.");

    public static final ConfigOption<Boolean> STRICT = key("network.strict")
            .booleanType()
            .defaultValue(false)
            .withDescription(
                    "Whether a road that cannot be loaded is an error. false: such a road is left out, and the log says why.");

    public static final ConfigOption<String> NEAR = key("network.near")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "Latitude and longitude of a place in the city, like 52.52,13.405. Roads whose latitude and longitude are swapped are recognised by their distance from it. Default: none; they are recognised by their distance from the other roads.");

    public static final ConfigOption<String> SPEEDS = key("network.speeds")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "Free-flow speeds of roads without a speed limit in the map: a country, whose legal limits are used, and km/h by class, like DE,residential=30. Such speeds are marked derived. Default: none; the speed of such a road is NULL.");

    public static final ConfigOption<String> CLASSES = key("network.classes")
            .stringType()
            .defaultValue(String.join(",", RoadClasses.DEFAULT.names()))
            .withDescription(
                    "Values of highway in OpenStreetMap that are roads, separated by commas, the most important first. A longer list loads more ways of a map, and changes the ids of the ways that they cut.");

    public static final ConfigOption<Double> DISTANCE = key("match.distance-m")
            .doubleType()
            .defaultValue(30.0)
            .withDescription(
                    "Greatest distance in metres from a position to its segment. A position farther from every segment stays unmatched. A larger value matches less accurate positions, and some of them to wrong roads.");

    /** Option of the jobs that match positions with a heading. */
    public static final ConfigOption<Double> HEADING = key("match.heading-deg")
            .doubleType()
            .defaultValue(45.0)
            .withDescription(
                    "Greatest angle in degrees between the heading of a report and the direction of its segment. A larger value matches less accurate headings, and some of them to wrong roads.");

    /** The options of programs that read roads and match nothing. */
    public static final List<ConfigOption<?>> FILE = List.of(NETWORK, STRICT, NEAR, SPEEDS, CLASSES);

    public static final List<ConfigOption<?>> ALL = List.of(NETWORK, DISTANCE, STRICT, NEAR, SPEEDS, CLASSES);

    private RoadOptions() {}
}
