package io.carriageway.jobs.input;

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
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The roads that a job uses, and the greatest distance from a position to its road. */
public record RoadConfig(String address, double distanceMetres, RoadRules rules) {

    private static final Logger LOG = LoggerFactory.getLogger(RoadConfig.class);

    public static RoadConfig of(Configuration given) {
        return new RoadConfig(
                JobArguments.require(given, RoadOptions.NETWORK),
                JobArguments.require(given, RoadOptions.DISTANCE),
                rules(given));
    }

    private static RoadRules rules(Configuration given) {
        var speeds = parsed(given, RoadOptions.SPEEDS, SpeedDefaults::parse);
        return new RoadRules(
                JobArguments.require(given, RoadOptions.STRICT),
                parsed(given, RoadOptions.NEAR, Place::parse),
                parsed(given, RoadOptions.CLASSES, RoadClasses::parse),
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

    /** Reads the file, and logs a report on it. */
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
