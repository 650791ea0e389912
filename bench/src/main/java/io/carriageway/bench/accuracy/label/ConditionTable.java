package io.carriageway.bench.accuracy.label;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The conditions of each picture: conditions.csv, whose first column is the picture's name without its extension. A
 * later row replaces an earlier one, because frames that are rendered again are appended again.
 */
record ConditionTable(List<String> columns, Map<String, Map<String, String>> byPicture) {

    private static final String PICTURE = "image";
    private static final String UNKNOWN = "unknown";

    static ConditionTable none() {
        return new ConditionTable(List.of(), Map.of());
    }

    static ConditionTable read(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        var header = lines.isEmpty() ? List.<String>of() : cells(lines.get(0));
        if (header.isEmpty() || !header.get(0).equals(PICTURE)) {
            throw new LabelException(
                    file + ":1: the header must begin with '" + PICTURE + "', such as image,camera,light,weather.");
        }
        var columns = header.subList(1, header.size());
        var byPicture = new HashMap<String, Map<String, String>>();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            var cells = cells(lines.get(i));
            if (cells.size() != header.size()) {
                throw new LabelException(file + ":" + (i + 1) + ": " + cells.size() + " cells, but the header has "
                        + header.size() + ". Correct the row; quotes are not understood.");
            }
            byPicture.put(cells.get(0), row(columns, cells.subList(1, cells.size())));
        }
        return new ConditionTable(columns, byPicture);
    }

    /** The conditions by column, in the table's order; a picture without a row is 'unknown' in each. */
    Map<String, String> of(String picture) {
        return byPicture.containsKey(picture)
                ? byPicture.get(picture)
                : row(columns, columns.stream().map(column -> UNKNOWN).toList());
    }

    private static Map<String, String> row(List<String> columns, List<String> cells) {
        var row = new LinkedHashMap<String, String>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), cells.get(i));
        }
        return row;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
    }
}
