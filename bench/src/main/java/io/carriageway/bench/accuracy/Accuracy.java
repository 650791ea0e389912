package io.carriageway.bench.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Measures a model on labelled pictures with the detector of the stream, so that its figures are the stream's. */
public final class Accuracy {

    private static final Path REPORTS = Path.of("bench/target/accuracy");

    private Accuracy() {}

    public static void main(String[] args) throws IOException {
        try {
            var options = AccuracyOptions.from(args);
            var report = measure(options);
            var markdown = MarkdownReport.of(report);
            var out = options.out().orElse(REPORTS.resolve(report.modelId().replaceFirst("@.*", "")));
            write(out, ".md", markdown);
            write(out, ".json", report.json());
            System.out.println(markdown);
            report.keyValues().forEach(System.out::println);
        } catch (IOException | IllegalArgumentException wrong) {
            System.err.println("accuracy: " + wrong.getMessage());
            System.exit(1);
        }
    }

    static AccuracyReport measure(AccuracyOptions options) throws IOException {
        var model = ModelUnderTest.at(options.model(), options.card());
        var pictures = options.pictures().read(model.card(), options.aliases());
        return AccuracyReport.of(model, Measurement.of(model, pictures, Progress.on(System.err, pictures.size())));
    }

    private static void write(Path out, String ending, String text) throws IOException {
        var file = out.toAbsolutePath().resolveSibling(out.getFileName() + ending);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        System.err.println("written: " + file);
    }
}
