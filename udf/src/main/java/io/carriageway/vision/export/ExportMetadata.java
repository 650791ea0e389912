package io.carriageway.vision.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The metadata that Ultralytics writes into a model: class names and canvas size. */
record ExportMetadata(Map<String, String> values) {

    /** Texts that Python and JSON write for a missing value. */
    private static final Set<String> NOTHING = Set.of("None", "null");

    /** Names by class number; empty if the file has none. Fails if numbers are missing. */
    Optional<List<String>> names() {
        return value("names").map(names -> names instanceof Map<?, ?> map ? inOrder(map) : texts(names));
    }

    /** Height and width of the canvas in pixels. */
    Optional<List<Integer>> canvas() {
        return value("imgsz").map(size -> {
            var sides = texts(size instanceof List<?> ? size : List.of(size, size)).stream()
                    .map(ExportMetadata::pixels)
                    .toList();
            return sides.size() == 1 ? List.of(sides.get(0), sides.get(0)) : sides;
        });
    }

    private static int pixels(String side) {
        try {
            // some exporters write 640.0
            return new BigDecimal(side).intValueExact();
        } catch (ArithmeticException | NumberFormatException wrong) {
            throw new IllegalArgumentException(
                    "The model's metadata imgsz has '" + side + "', which is no number of pixels: give SIZE=640x640",
                    wrong);
        }
    }

    private Optional<Object> value(String key) {
        return Optional.ofNullable(values.get(key))
                .filter(text -> !text.isBlank() && !NOTHING.contains(text.strip()))
                .map(text -> {
                    try {
                        return PythonLiteral.parse(text);
                    } catch (IllegalArgumentException wrong) {
                        throw new IllegalArgumentException(
                                "The model's metadata " + key + " is " + wrong.getMessage(), wrong);
                    }
                });
    }

    private static List<String> inOrder(Map<?, ?> names) {
        var ordered = new ArrayList<String>();
        for (long number = 0; number < names.size(); number++) {
            Object name = names.containsKey(number) ? names.get(number) : names.get(Long.toString(number));
            if (name == null) {
                throw new IllegalArgumentException("The model's metadata names has no class " + number + ": " + names
                        + ". Give all names in their order by CLASSES");
            }
            ordered.add(name.toString());
        }
        return ordered;
    }

    private static List<String> texts(Object list) {
        return list instanceof List<?> values
                ? values.stream().map(Object::toString).toList()
                : List.of(list.toString());
    }
}
