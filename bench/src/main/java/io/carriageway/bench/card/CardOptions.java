package io.carriageway.bench.card;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.jobs.options.JobArguments;
import io.carriageway.vision.VehicleLabel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;

/**
 * The model and what its file may not say; {@code make card} has each option as a variable in capitals.
 *
 * @param canvas width and height in pixels, or empty
 */
record CardOptions(
        Path model, Optional<Path> out, List<Integer> canvas, List<String> classes, Map<String, String> aliases) {

    private static final String SUFFIX = ".onnx";
    private static final ConfigOption<String> MODEL =
            key("model").stringType().noDefaultValue().withDescription("The model's .onnx file.");
    private static final ConfigOption<String> OUT = key("out")
            .stringType()
            .noDefaultValue()
            .withDescription("File of the card, in place of the .json file beside the model.");
    private static final ConfigOption<String> SIZE = key("size")
            .stringType()
            .noDefaultValue()
            .withDescription("Width and height of the model's canvas in pixels, 640x384, where its file has neither.");
    private static final ConfigOption<String> CLASSES = key("classes")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "Names of the model's classes in its order, with commas between; coco for the 80 of COCO.");
    private static final ConfigOption<String> ALIASES = key("aliases")
            .stringType()
            .defaultValue("")
            .withDescription("Classes that count as a vehicle of another name: van=truck,bike=bicycle.");

    static CardOptions from(String... args) throws IOException {
        var given = JobArguments.parse(args, List.of(MODEL, OUT, SIZE, CLASSES, ALIASES), Map.of());
        var model = Path.of(JobArguments.require(given, MODEL)).toAbsolutePath().normalize();
        if (!model.toString().endsWith(SUFFIX)) {
            throw new IllegalArgumentException("MODEL must be a file that ends in " + SUFFIX + ", but is " + model
                    + (model.toString().endsWith(".pt")
                            ? ". Export it first: yolo export model=" + model.getFileName() + " format=onnx"
                            : ""));
        }
        return new CardOptions(
                model,
                Optional.ofNullable(JobArguments.optional(given, OUT)).map(Path::of),
                canvas(JobArguments.optional(given, SIZE)),
                list(JobArguments.optional(given, CLASSES)),
                aliases(JobArguments.require(given, ALIASES)));
    }

    /** The card's place: where the job looks for it, unless another is given. */
    Path card() {
        return out.orElse(model.resolveSibling(stem() + ".json")).toAbsolutePath();
    }

    /** A name that cards take, from the file's. */
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

    private static Map<String, String> aliases(String given) {
        var aliases = new LinkedHashMap<String, String>();
        for (String pair : given.isBlank() ? new String[0] : given.split(",")) {
            var sides = pair.split("=", -1);
            if (sides.length != 2 || VehicleLabel.find(sides[1].strip()).isEmpty()) {
                throw new IllegalArgumentException("ALIASES has '" + pair
                        + "': write name=bicycle, car, motorcycle, bus or truck, with commas between");
            }
            aliases.put(sides[0].strip(), sides[1].strip());
        }
        return aliases;
    }
}
