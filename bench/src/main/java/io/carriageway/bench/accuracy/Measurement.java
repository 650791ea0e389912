package io.carriageway.bench.accuracy;

import io.carriageway.bench.accuracy.label.LabelException;
import io.carriageway.bench.accuracy.label.LabelledPicture;
import io.carriageway.vision.Detector;
import io.carriageway.vision.InvalidAnswerException;
import io.carriageway.vision.PictureDetections;
import io.carriageway.vision.UnreadablePictureException;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the model on every picture once, one at a time like an inference worker, and keeps the results. */
record Measurement(List<JudgedFrame> frames, InferenceTimings timings) {

    /** Number of first pictures that are not timed: they run slowly until the JVM has compiled the code. */
    private static final int WARM_UP_LOOKS = 100;

    static Measurement of(ModelUnderTest model, List<LabelledPicture> pictures, PrintStream terminal)
            throws IOException {
        var frames = new ArrayList<JudgedFrame>();
        var looks = new ArrayList<InferenceTimings.Look>();
        var threads = ManagementFactory.getThreadMXBean();
        try (var detector = model.openForWeakest()) {
            for (int i = 0; i < WARM_UP_LOOKS; i++) {
                var file = pictures.get(i % pictures.size()).file();
                look(detector, file, Files.readAllBytes(file));
            }
            var progress = Progress.on(terminal, pictures.size());
            for (LabelledPicture picture : pictures) {
                frames.add(new JudgedFrame(
                        picture.conditions(), picture.truth(), timed(detector, picture.file(), looks, threads)));
                progress.done(frames.size());
            }
        }
        return new Measurement(frames, InferenceTimings.of(looks));
    }

    private static List<FoundVehicle> timed(
            Detector detector, Path file, List<InferenceTimings.Look> looks, ThreadMXBean threads) throws IOException {
        var bytes = Files.readAllBytes(file);
        long wallNanos = System.nanoTime();
        long cpuNanos = threads.getCurrentThreadCpuTime();
        var seen = look(detector, file, bytes);
        looks.add(
                new InferenceTimings.Look(threads.getCurrentThreadCpuTime() - cpuNanos, System.nanoTime() - wallNanos));
        return FoundVehicle.in(seen);
    }

    private static PictureDetections look(Detector detector, Path file, byte[] bytes) throws LabelException {
        try {
            return detector.detect(bytes);
        } catch (UnreadablePictureException unreadable) {
            throw new LabelException(
                    file + ": the stream would reject this picture: " + unreadable.getMessage()
                            + ". Remove it and its label file, or replace it by a valid picture.",
                    unreadable);
        } catch (InvalidAnswerException invalid) {
            throw new LabelException(file + ": the model's output is invalid: " + invalid.getMessage(), invalid);
        }
    }
}
