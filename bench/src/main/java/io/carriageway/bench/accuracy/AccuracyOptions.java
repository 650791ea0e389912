package io.carriageway.bench.accuracy;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.bench.accuracy.label.ClassNames;
import io.carriageway.bench.accuracy.label.LabelledPictures;
import io.carriageway.jobs.options.JobArguments;
import io.carriageway.vision.VehicleLabel;
import io.carriageway.vision.input.Resample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/** What is measured on what; {@code make accuracy} has each option as a variable in capitals. */
record AccuracyOptions(
        String model,
        Optional<String> card,
        Optional<Resample> resample,
        LabelledPictures pictures,
        Map<String, String> aliases,
        Optional<Path> out) {

    private static final ConfigOption<String> MODEL = key("model")
            .stringType()
            .defaultValue("classpath:models/city-nano.onnx")
            .withDescription("The detector: a file, or an address as the camera job's --model.");
    private static final ConfigOption<String> CARD = key("card")
            .stringType()
            .noDefaultValue()
            .withDescription("The model's card where it is not beside the model.");
    private static final ConfigOption<Resample> RESAMPLE = key("resample")
            .enumType(Resample.class)
            .noDefaultValue()
            .withDescription("How pictures are scaled, bilinear or area, in place of what the card says.");
    private static final ConfigOption<String> IMAGES = key("images")
            .stringType()
            .noDefaultValue()
            .withDescription("Folder of .jpg, .jpeg, .png and .webp pictures.");
    private static final ConfigOption<String> LABELS = key("labels")
            .stringType()
            .noDefaultValue()
            .withDescription("Folder of YOLO labels: a .txt of the same name for each picture.");
    private static final ConfigOption<String> ALIASES = key("aliases")
            .stringType()
            .defaultValue("")
            .withDescription("What the labels' class names mean here: bike=bicycle,van=truck,person=none.");
    private static final ConfigOption<String> OUT = key("out")
            .stringType()
            .noDefaultValue()
            .withDescription("The report is written to this path with .md and .json behind it.");

    static AccuracyOptions from(String... args) throws IOException {
        var given = JobArguments.parse(args, List.of(MODEL, CARD, RESAMPLE, IMAGES, LABELS, ALIASES, OUT), Map.of());
        if (JobArguments.optional(given, LABELS) == null) {
            throw new IllegalArgumentException(
                    "LABELS is missing: write LABELS=dir, the folder of the pictures' labels");
        }
        return new AccuracyOptions(
                address(JobArguments.require(given, MODEL)),
                Optional.ofNullable(JobArguments.optional(given, CARD)).map(AccuracyOptions::address),
                resample(given),
                new LabelledPictures(
                        folder(JobArguments.require(given, IMAGES)), folder(JobArguments.require(given, LABELS))),
                aliases(JobArguments.require(given, ALIASES)),
                Optional.ofNullable(JobArguments.optional(given, OUT)).map(Path::of));
    }

    private static Optional<Resample> resample(Configuration given) {
        try {
            return Optional.ofNullable(JobArguments.optional(given, RESAMPLE));
        } catch (IllegalArgumentException none) {
            throw new IllegalArgumentException("RESAMPLE must be area or bilinear", none);
        }
    }

    /** A plain path is a file here. */
    private static String address(String given) {
        return given.matches("[a-z][a-z0-9]+:.*") ? given : "file:" + folder(given);
    }

    private static Path folder(String given) {
        return Path.of(given).toAbsolutePath().normalize();
    }

    private static Map<String, String> aliases(String given) {
        var aliases = new LinkedHashMap<String, String>();
        for (String pair : given.isBlank() ? new String[0] : given.split(",")) {
            var sides = pair.split("=", -1);
            if (sides.length != 2 || !isMeaning(sides[1].strip())) {
                throw new IllegalArgumentException("ALIASES has '" + pair
                        + "': write name=bicycle, car, motorcycle, bus, truck or none, with commas between.");
            }
            aliases.put(sides[0].strip(), sides[1].strip());
        }
        return aliases;
    }

    private static boolean isMeaning(String text) {
        return VehicleLabel.find(text).isPresent() || text.equals(ClassNames.NOT_COUNTED);
    }
}
