package io.carriageway.schemas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** A dataset of the lake: its folder and, if it has one, its table are named by the doc of its Avro schema. */
record LakeDataset(String name, Optional<String> table, Schema schema) {

    private static final Path AVRO = Path.of("src/main/avro");
    private static final Pattern DATASET = Pattern.compile("[Dd]ataset(?: of final rows)?: (\\w+)\\.");
    private static final Pattern TABLE = Pattern.compile("Table(?: and dataset)?: (\\w+)\\.");

    static List<LakeDataset> all() throws IOException {
        return schemas().stream().flatMap(schema -> of(schema).stream()).toList();
    }

    /** Every row is a schema of folder row; of the events, the detections alone are kept as they are sent. */
    static List<Schema> schemas() throws IOException {
        var schemas = new ArrayList<>(List.of(parse(AVRO.resolve("FrameDetections.avsc"))));
        try (var files = Files.list(AVRO.resolve("row"))) {
            for (var file : files.sorted().toList()) {
                schemas.add(parse(file));
            }
        }
        return List.copyOf(schemas);
    }

    static Optional<LakeDataset> of(Schema schema) {
        return named(DATASET, schema).map(name -> new LakeDataset(name, named(TABLE, schema), schema));
    }

    /** Whether a later run can write a row again, with its next revision. */
    boolean hasRevisions() {
        return schema.getField("revision") != null;
    }

    /** The time by which a row lies in its hour folder. */
    String timeColumn() {
        return Stream.of("window_start", "started_at", "occurred_at", "raised_at")
                .filter(name -> schema.getField(name) != null)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<String> named(Pattern pattern, Schema schema) {
        var matcher = pattern.matcher(schema.getDoc());
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Schema parse(Path file) throws IOException {
        return new Schema.Parser().parse(file.toFile());
    }

    @Override
    public String toString() {
        return name;
    }
}
