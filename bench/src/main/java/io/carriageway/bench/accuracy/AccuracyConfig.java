package io.carriageway.bench.accuracy;

import io.carriageway.bench.ClassAliases;
import io.carriageway.bench.accuracy.label.ClassNames;
import io.carriageway.bench.accuracy.label.LabelledPictures;
import io.carriageway.jobs.options.JobArguments;
import io.carriageway.vision.VehicleLabel;
import io.carriageway.vision.input.Resample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;

/** The options of {@code make accuracy}, which has each as a variable in capitals. */
record AccuracyConfig(
        String model,
        Optional<String> card,
        Optional<Resample> resample,
        LabelledPictures pictures,
        Map<String, String> aliases,
        Optional<Path> out) {

    static AccuracyConfig from(String... args) throws IOException {
        var given = JobArguments.parse(args, AccuracyOptions.ALL, Map.of());
        if (JobArguments.optional(given, AccuracyOptions.LABELS) == null) {
            throw new IllegalArgumentException(
                    "LABELS is missing: write LABELS=dir, the folder of the pictures' labels");
        }
        return new AccuracyConfig(
                address(JobArguments.require(given, AccuracyOptions.MODEL)),
                Optional.ofNullable(JobArguments.optional(given, AccuracyOptions.CARD))
                        .map(AccuracyConfig::address),
                resample(given),
                new LabelledPictures(
                        folder(JobArguments.require(given, AccuracyOptions.IMAGES)),
                        folder(JobArguments.require(given, AccuracyOptions.LABELS))),
                ClassAliases.parse(
                        JobArguments.require(given, AccuracyOptions.ALIASES),
                        AccuracyConfig::isMeaning,
                        "bicycle, car, motorcycle, bus, truck or none"),
                Optional.ofNullable(JobArguments.optional(given, AccuracyOptions.OUT))
                        .map(Path::of));
    }

    private static Optional<Resample> resample(Configuration given) {
        try {
            return Optional.ofNullable(JobArguments.optional(given, AccuracyOptions.RESAMPLE));
        } catch (IllegalArgumentException none) {
            throw new IllegalArgumentException("RESAMPLE must be area or bilinear", none);
        }
    }

    /** A plain path is a file. */
    private static String address(String given) {
        return given.matches("[a-z][a-z0-9]+:.*") ? given : "file:" + folder(given);
    }

    private static Path folder(String given) {
        return Path.of(given).toAbsolutePath().normalize();
    }

    private static boolean isMeaning(String text) {
        return VehicleLabel.find(text).isPresent() || text.equals(ClassNames.NOT_COUNTED);
    }
}
