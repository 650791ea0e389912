package io.carriageway.vision;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.carriageway.vision.inference.InferenceResult;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Detectors that do what the picture says: hang, fail, call it unreadable, answer without numbers, or detect as many
 * pixels as the text has letters.
 */
public final class ScriptedDetectors implements DetectorFactory {

    private static final long serialVersionUID = 1L;

    public final transient List<Scripted> opened = new CopyOnWriteArrayList<>();
    /** Each look at a picture, as it begins. */
    public final transient BlockingQueue<String> looks = new LinkedBlockingQueue<>();

    /** Each picture that waits to be admitted, as it begins to. */
    public final transient BlockingQueue<String> waits = new LinkedBlockingQueue<>();
    /** Each look that has released its resources. */
    public final transient BlockingQueue<String> givenBack = new LinkedBlockingQueue<>();

    public final transient CountDownLatch room = new CountDownLatch(1);

    private final int openable;

    public ScriptedDetectors(int openable) {
        this.openable = openable;
    }

    public ScriptedDetectors() {
        this(Integer.MAX_VALUE);
    }

    public static byte[] picture(String script) {
        return script.getBytes(UTF_8);
    }

    public static InferenceResult seen(String script) {
        return new InferenceResult.Seen(new PictureDetections(script.length(), 1, List.of()));
    }

    @Override
    public String modelId() {
        return "scripted@000000000000";
    }

    @Override
    public Detector open() throws IOException {
        if (opened.size() == openable) {
            throw new IOException("no more detectors");
        }
        var detector = new Scripted();
        opened.add(detector);
        return detector;
    }

    public final class Scripted implements Detector {

        public final CountDownLatch released = new CountDownLatch(1);
        public final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public String modelId() {
            return ScriptedDetectors.this.modelId();
        }

        @Override
        public Look admit(byte[] picture) throws InterruptedException {
            String script = new String(picture, UTF_8);
            if (script.equals("wait")) {
                waits.add(script);
                room.await();
            }
            return new Look() {
                @Override
                public PictureDetections detect() throws UnreadablePictureException, InvalidAnswerException {
                    return Scripted.this.detect(picture);
                }

                @Override
                public void close() {
                    givenBack.add(script);
                }
            };
        }

        @Override
        public PictureDetections detect(byte[] picture) throws UnreadablePictureException, InvalidAnswerException {
            String script = new String(picture, UTF_8);
            looks.add(script);
            switch (script.replaceFirst(" of camera \\d+$", "")) {
                case "hang" -> hang();
                case "hang once" -> {
                    if (opened.indexOf(this) == 0) {
                        hang();
                    }
                }
                case "fail" -> throw new IllegalStateException("inference failed");
                case "none" -> throw new InvalidAnswerException("a score of NaN");
                case "html" ->
                    throw new UnreadablePictureException(PictureFault.PICTURE_NOT_AN_IMAGE, "begins like HTML");
                default -> {}
            }
            return new PictureDetections(script.length(), 1, List.of());
        }

        /** Hangs and ignores interrupts, as native code does. */
        private void hang() {
            boolean out = false;
            while (!out) {
                try {
                    released.await();
                    out = true;
                } catch (InterruptedException deaf) {
                    out = false;
                }
            }
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }
}
