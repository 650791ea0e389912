package io.carriageway.bench.card;

import io.carriageway.bench.ClassAliases;
import io.carriageway.jobs.options.JobArguments;
import io.carriageway.vision.VehicleLabel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The options of {@code make card}, which has each as a variable in capitals: the model, and what its file may lack.
 *
 * @param canvas width and height in pixels, or empty
 */
record CardConfig(
        Path model, Optional<Path> out, List<Integer> canvas, List<String> classes, Map<String, String> aliases) {

    private static final String SUFFIX = ".onnx";

    static CardConfig from(String... args) throws IOException {
        var given = JobArguments.parse(args, CardOptions.ALL, Map.of());
        var model = Path.of(JobArguments.require(given, CardOptions.MODEL))
                .toAbsolutePath()
                .normalize();
        if (!model.toString().endsWith(SUFFIX)) {
            throw new IllegalArgumentException("MODEL must be a file that ends in " + SUFFIX + ", but is " + model
                    + (model.toString().endsWith(".pt")
                            ? ". Export it first: yolo export model=" + model.getFileName() + " format=onnx"
                            : ""));
        }
        return new CardConfig(
                model,
                Optional.ofNullable(JobArguments.optional(given, CardOptions.OUT))
                        .map(Path::of),
                canvas(JobArguments.optional(given, CardOptions.SIZE)),
                list(JobArguments.optional(given, CardOptions.CLASSES)),
                ClassAliases.parse(
                        JobArguments.require(given, CardOptions.ALIASES),
                        name -> VehicleLabel.find(name).isPresent(),
                        "bicycle, car, motorcycle, bus or truck"));
    }

    /** The path of the card: where the job looks for it, unless another is given. */
    Path card() {
        return out.orElse(model.resolveSibling(stem() + ".json")).toAbsolutePath();
    }

    /** A valid name for cards, derived from the file's. */
    String name() {
        var name = stem().replaceAll("[^A-Za-z0-9._-]+", "-").replaceFirst("^[^A-Za-z0-9]+", "");
        return name.isEmpty() ? "model" : name.substring(0, Math.min(128, name.length()));
    }

    private String stem() {
        var file = model.getFileName().toString();
        return file.substring(0, file.length() - SUFFIX.length());
    }

    private static List<Integer> canvas(String given) {
        if (given == null) {
            return List.of();
        }
        if (!given.matches("\\d{1,5}x\\d{1,5}")) {
            throw new IllegalArgumentException("SIZE must be width x height in pixels, as 640x384, but is " + given);
        }
        return Stream.of(given.split("x")).map(Integer::valueOf).toList();
    }

    private static List<String> list(String given) {
        return given == null
                ? List.of()
                : Arrays.stream(given.split(",", -1)).map(String::strip).toList();
    }
}
