package io.carriageway.jobs;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.geo.Place;
import io.carriageway.geo.RoadNetwork;
import io.carriageway.geo.osm.RoadClasses;
import io.carriageway.geo.osm.SpeedDefaults;
import io.carriageway.geo.roads.LoadedRoads;
import io.carriageway.geo.roads.RoadFile;
import io.carriageway.geo.roads.RoadRules;
import io.carriageway.jobs.io.files.ReferenceFile;
import io.carriageway.jobs.options.JobArguments;
import io.carriageway.text.Printable;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which roads a job knows, and how near to one of them something must be to be on it. */
public record RoadOptions(String address, double distanceMetres, RoadRules rules) {

    private static final Logger LOG = LoggerFactory.getLogger(RoadOptions.class);

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
    private static final ConfigOption<Double> DISTANCE = key("match.distance-m")
            .doubleType()
            .defaultValue(30.0)
            .withDescription(
                    "What is farther than this from every segment is on none. More matches poorer positions, and to wrong roads too.");

    /** Of what reads roads. */
    public static final List<ConfigOption<?>> FILE_OPTIONS = List.of(NETWORK, STRICT, NEAR, SPEEDS, CLASSES);

    public static final List<ConfigOption<?>> OPTIONS = List.of(NETWORK, DISTANCE, STRICT, NEAR, SPEEDS, CLASSES);

    /** Of the jobs that match what has a heading. */
    public static final ConfigOption<Double> HEADING = key("match.heading-deg")
            .doubleType()
            .defaultValue(45.0)
            .withDescription(
                    "A report is matched to no segment whose direction is farther than this from its heading.");

    public static RoadOptions of(Configuration given) {
        return new RoadOptions(
                JobArguments.require(given, NETWORK), JobArguments.require(given, DISTANCE), rules(given));
    }

    private static RoadRules rules(Configuration given) {
        var speeds = parsed(given, SPEEDS, SpeedDefaults::parse);
        return new RoadRules(
                JobArguments.require(given, STRICT),
                parsed(given, NEAR, Place::parse),
                parsed(given, CLASSES, RoadClasses::parse),
                speeds == null ? SpeedDefaults.NONE : speeds);
    }

    private static <T> T parsed(Configuration given, ConfigOption<String> option, Function<String, T> parser) {
        var text = JobArguments.optional(given, option);
        try {
            return text == null ? null : parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("option --%s: %s".formatted(option.key(), Printable.of(e.getMessage())));
        }
    }

    /** Reads the file, and logs what became of it. */
    public RoadNetwork read() throws IOException {
        var loaded = load();
        Consumer<String> log = loaded.report().leftOut().isEmpty() ? LOG::info : LOG::warn;
        loaded.report().lines().forEach(log);
        return loaded.network();
    }

    /** Reads the file. */
    public LoadedRoads load() throws IOException {
        return RoadFile.read(new ReferenceFile(address).read(), address, rules);
    }
}
