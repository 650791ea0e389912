package io.carriageway.bench.accuracy;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Measures a model on labelled pictures, with the same detector as the camera job. */
public final class Accuracy {

    private static final Path REPORTS = Path.of("bench/target/accuracy");

    private Accuracy() {}

    public static void main(String[] args) throws IOException {
        try {
            run(AccuracyConfig.from(args), System.out, System.err);
        } catch (IOException | IllegalArgumentException wrong) {
            System.err.println("accuracy: " + wrong.getMessage());
            System.exit(1);
        }
    }

    /** Writes the report to its two files and to {@code out}, and the progress to {@code terminal}. */
    static void run(AccuracyConfig options, PrintStream out, PrintStream terminal) throws IOException {
        var asCarded = ModelUnderTest.at(options.model(), options.card());
        var model = options.resample().map(asCarded::with).orElse(asCarded);
        var pictures = options.pictures().read(model.card(), options.aliases());
        var report = AccuracyReport.of(model, Measurement.of(model, pictures, terminal));
        var markdown = MarkdownReport.of(report);
        var path = options.out().orElse(REPORTS.resolve(model.card().name())).toAbsolutePath();
        write(path.resolveSibling(path.getFileName() + ".md"), markdown, terminal);
        write(path.resolveSibling(path.getFileName() + ".json"), report.json(), terminal);
        out.println(markdown);
        report.keyValues().forEach(out::println);
    }

    private static void write(Path file, String text, PrintStream terminal) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        terminal.println("written: " + file);
    }
}
