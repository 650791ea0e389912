package io.carriageway.jobs.generated;

import static java.util.stream.Collectors.joining;

import io.carriageway.jobs.definition.JobDefinition;
import io.carriageway.jobs.io.lake.Dataset;
import io.carriageway.jobs.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * Generates the policy of readers who may see no vehicle: that of all readers, with the datasets without a vehicle id
 * in place of the whole lake. A new dataset is closed to them until this policy is installed again.
 */
final class Policies {

    static final Path READER = AthenaFiles.FOLDER.resolve("reader-policy.json");
    static final Path WITHOUT_VEHICLE_IDS = AthenaFiles.FOLDER.resolve("reader-policy-without-vehicle-ids.json");

    private static final String WHOLE_LAKE = "\"lake/*\"";
    private static final String OBJECTS = "arn:aws:s3:::<bucket>/";
    private static final String ALL_OBJECTS = "\"" + OBJECTS + "lake/*\"";

    private Policies() {}

    static Map<Path, String> files(Path repository) throws IOException {
        var all = Files.readString(repository.resolve(READER));
        if (!all.contains(WHOLE_LAKE) || !all.contains(ALL_OBJECTS)) {
            throw new IllegalStateException("%s does not have %s and %s".formatted(READER, WHOLE_LAKE, ALL_OBJECTS));
        }
        return Map.of(
                WITHOUT_VEHICLE_IDS,
                all.replace(ALL_OBJECTS, list("        ", OBJECTS))
                        .replace(
                                "{" + "\"s3:prefix\": " + WHOLE_LAKE + "}",
                                "{\"s3:prefix\": " + list("        ", "") + "}"));
    }

    /** The folders of the datasets without a vehicle id, and of table run, as a list in JSON. */
    private static String list(String indent, String before) {
        var names = new TreeSet<String>();
        names.add("run");
        datasets().filter(dataset -> !showsVehicles(dataset.schema())).forEach(dataset -> names.add(dataset.name()));
        return names.stream()
                .map(name -> "%s\"%slake/%s/*\"".formatted(indent, before, name))
                .collect(joining(",\n", "[\n", "\n      ]"));
    }

    static Stream<Dataset<?>> datasets() {
        return Suite.JOBS.stream().map(JobDefinition::datasets).flatMap(List::stream);
    }

    static boolean showsVehicles(Schema row) {
        return row.getField("vehicle_id") != null;
    }
}
