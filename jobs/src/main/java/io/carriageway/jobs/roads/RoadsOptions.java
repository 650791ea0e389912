package io.carriageway.jobs.roads;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.jobs.input.RoadOptions;
import io.carriageway.jobs.options.OptionLists;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/** The options of {@code make roads}. */
final class RoadsOptions {

    static final ConfigOption<String> POINTS = key("points")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "CSV file of positions to match, with a header that contains latitude, longitude and, if it was measured, heading.");

    static final ConfigOption<String> OUT = key("out")
            .stringType()
            .defaultValue(".")
            .withDescription("Folder that takes roads.geojson and matches.geojson. It is created if it is missing.");

    static final List<ConfigOption<?>> ALL =
            OptionLists.join(RoadOptions.ALL, List.of(RoadOptions.HEADING, POINTS, OUT));

    private RoadsOptions() {}
}
