package io.carriageway.schemas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the schema of a dataset's rows from the schema of the events that it keeps: the event's fields, symbols of
 * enums as texts, and where and when the event arrived.
 */
final class RowSchemas {

    /** Is in the doc of those that are made; others are written by hand, as that of frames without their pictures. */
    private static final String MADE = "Made by make docs.";

    private static final String DOC =
            """
              "doc": "An event of record %s as the lake keeps it. Dataset: %s. Unique by topic + partition + offset. Holds accepted and late events, no duplicates and no rejected ones. %s",
            """;

    private static final Pattern ENUM = Pattern.compile("\\{\"type\": \"enum\".*?\"symbols\": \\[(.*?)][^}]*}");

    /** The fields that every row of an event has beside the event's own. */
    private static final String PROVENANCE =
            """
                {"name": "topic", "type": "string", "doc": "Topic that held the event."},
                {"name": "partition", "type": "int", "doc": "Partition that held the event, 0 or more."},
                {"name": "offset", "type": "long", "doc": "Offset of the event in that partition, 0 or more."},
                {"name": "arrival_time", "type": {"type": "long", "logicalType": "timestamp-millis"}, "doc": "Kafka timestamp of the record, UTC."},
                {"name": "late", "type": "boolean", "doc": "True when the event arrived more than lateness.limit after it was known; no table counts it."}
            """;

    private RowSchemas() {}

    /** Takes the folder of the schemas, and the records of new topics. */
    public static void main(String[] args) throws IOException {
        var folder = Path.of(args[0]);
        var files = new TreeMap<>(all(folder));
        for (var record : List.of(args).subList(1, args.length)) {
            files.put(file(folder, record), text(folder, record));
        }
        for (var file : files.entrySet()) {
            Files.writeString(file.getKey(), file.getValue());
        }
    }

    /** What each of the files that are made should have. */
    static Map<Path, String> all(Path folder) throws IOException {
        var texts = new TreeMap<Path, String>();
        try (var files = Files.list(folder.resolve("row"))) {
            for (var file : files.toList()) {
                if (Files.readString(file).contains(MADE)) {
                    var record = file.getFileName().toString().replace("Row.avsc", "");
                    texts.put(file, text(folder, record));
                }
            }
        }
        return texts;
    }

    private static Path file(Path folder, String record) {
        return folder.resolve("row").resolve(record + "Row.avsc");
    }

    private static String text(Path folder, String record) throws IOException {
        var event = Files.readString(folder.resolve(record + ".avsc"));
        var fields = event.lines()
                .filter(line -> line.startsWith("    {"))
                .map(line -> withoutEnum(line.replaceFirst(",$", "")));
        var dataset = record.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        return """
                {
                  "type": "record",
                  "name": "%sRow",
                  "namespace": "io.carriageway.row",
                %s  "fields": [
                %s
                  ]
                }
                """
                .formatted(
                        record,
                        DOC.formatted(record, dataset, MADE),
                        Stream.concat(fields, PROVENANCE.lines().map(line -> line.replaceFirst(",$", "")))
                                .collect(Collectors.joining(",\n")));
    }

    /** A row has the symbol as a text, and says which there are. */
    private static String withoutEnum(String field) {
        var found = ENUM.matcher(field);
        return found.find()
                ? found.replaceFirst("\"string\"")
                        .replaceFirst(
                                "\"}$",
                                " One of %s.\"}".formatted(found.group(1).replace("\"", "")))
                : field;
    }
}
