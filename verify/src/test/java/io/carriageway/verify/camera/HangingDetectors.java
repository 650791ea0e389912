package io.carriageway.verify.camera;

import io.carriageway.vision.Detector;
import io.carriageway.vision.DetectorFactory;
import io.carriageway.vision.InvalidAnswerException;
import io.carriageway.vision.PictureDetections;
import io.carriageway.vision.UnreadablePictureException;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/** Real detectors that hang at one picture until the JVM ends, and ignore interrupts like native code. */
record HangingDetectors(DetectorFactory real, byte[] poison) implements DetectorFactory {

    @Override
    public String modelId() {
        return real.modelId();
    }

    @Override
    public Detector open() throws IOException {
        var detector = real.open();
        return new Detector() {
            @Override
            public String modelId() {
                return detector.modelId();
            }

            @Override
            public PictureDetections detect(byte[] picture) throws UnreadablePictureException, InvalidAnswerException {
                while (Arrays.equals(picture, poison)) {
                    hang();
                }
                return detector.detect(picture);
            }

            @Override
            public void close() {
                detector.close();
            }
        };
    }

    private static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException ignored) {
            // native code would not notice either
        }
    }
}
