package io.carriageway.vision.onnx;

import ai.djl.engine.Engine;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A second implementation of the same model, from its authors' description: no card, one pixel at a time in doubles,
 * boxes as arrays of corners, suppression by deleting. It shares nothing with the code under test, and is slow on
 * purpose.
 */
final class ReferenceYolox implements AutoCloseable {

    private static final int SIDE = 416;
    private static final Map<Integer, String> VEHICLES =
            Map.of(1, "bicycle", 2, "car", 3, "motorcycle", 5, "bus", 7, "truck");

    record Box(String label, double score, double[] corners) {}

    private final OrtEnvironment environment;
    private final OrtSession session;

    ReferenceYolox(Path model) throws OrtException {
        Engine.getEngine("OnnxRuntime");
        environment = OrtEnvironment.getEnvironment();
        session = environment.createSession(model.toString());
    }

    List<Box> look(BufferedImage picture) throws OrtException {
        double ratio = Math.min((double) SIDE / picture.getHeight(), (double) SIDE / picture.getWidth());
        try (OnnxTensor input = OnnxTensor.createTensor(environment, canvas(picture, ratio));
                OrtSession.Result result = session.run(Map.of("images", input))) {
            float[][] cells = ((float[][][]) result.get(0).getValue())[0];
            List<Box> boxes = strikeOut(strikeOut(boxes(cells), 0.45, true), 0.7, false);
            return boxes.stream().map(box -> inPicture(box, ratio, picture)).toList();
        }
    }

    private static float[][][][] canvas(BufferedImage picture, double ratio) {
        int width = (int) Math.rint(picture.getWidth() * ratio);
        int height = (int) Math.rint(picture.getHeight() * ratio);
        var canvas = new float[1][3][SIDE][SIDE];
        for (int channel = 0; channel < 3; channel++) {
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    canvas[0][channel][y][x] = x < width && y < height
                            ? (float) sample(
                                    picture,
                                    (x + 0.5) / width * picture.getWidth() - 0.5,
                                    (y + 0.5) / height * picture.getHeight() - 0.5,
                                    8 * channel)
                            : 114f;
                }
            }
        }
        return canvas;
    }

    /** Channel blue is at bit 0, green at 8, red at 16: the model wants blue first. */
    private static double sample(BufferedImage picture, double x, double y, int bit) {
        double sum = 0;
        for (int cornerY = 0; cornerY < 2; cornerY++) {
            for (int cornerX = 0; cornerX < 2; cornerX++) {
                double pixelX = Math.floor(x) + cornerX;
                double pixelY = Math.floor(y) + cornerY;
                double weight = (1 - Math.abs(x - pixelX)) * (1 - Math.abs(y - pixelY));
                int insideX = (int) Math.max(0, Math.min(picture.getWidth() - 1, pixelX));
                int insideY = (int) Math.max(0, Math.min(picture.getHeight() - 1, pixelY));
                sum += weight * (picture.getRGB(insideX, insideY) >> bit & 0xFF);
            }
        }
        return sum;
    }

    private static List<Box> boxes(float[][] cells) {
        List<Box> boxes = new ArrayList<>();
        for (int index = 0; index < cells.length; index++) {
            float[] cell = cells[index];
            int classNumber = 0;
            for (int candidate = 0; candidate < 80; candidate++) {
                classNumber = cell[5 + candidate] > cell[5 + classNumber] ? candidate : classNumber;
            }
            double score = (double) cell[4] * cell[5 + classNumber];
            if (score >= 0.3 && VEHICLES.containsKey(classNumber)) {
                boxes.add(new Box(VEHICLES.get(classNumber), score, corners(cell, index)));
            }
        }
        return boxes;
    }

    /** 52 x 52 cells of 8 pixels, then 26 x 26 of 16, then 13 x 13 of 32. */
    private static double[] corners(float[] cell, int index) {
        int stride = index < 2704 ? 8 : index < 3380 ? 16 : 32;
        int inLevel = index < 2704 ? index : index < 3380 ? index - 2704 : index - 3380;
        int perRow = SIDE / stride;
        double centreX = (inLevel % perRow + cell[0]) * stride;
        double centreY = (Math.floorDiv(inLevel, perRow) + cell[1]) * stride;
        double halfWidth = Math.exp(cell[2]) * stride / 2;
        double halfHeight = Math.exp(cell[3]) * stride / 2;
        return new double[] {centreX - halfWidth, centreY - halfHeight, centreX + halfWidth, centreY + halfHeight};
    }

    private static List<Box> strikeOut(List<Box> boxes, double limit, boolean withinClass) {
        List<Box> left = new ArrayList<>(boxes);
        List<Box> kept = new ArrayList<>();
        while (!left.isEmpty()) {
            Box best = left.stream()
                    .reduce((a, b) -> b.score() > a.score() ? b : a)
                    .orElseThrow();
            kept.add(best);
            left.removeIf(box -> box.equals(best)
                    || ((!withinClass || box.label().equals(best.label()))
                            && overlap(box.corners(), best.corners()) > limit));
        }
        return kept;
    }

    private static double overlap(double[] a, double[] b) {
        double shared = Math.max(0, Math.min(a[2], b[2]) - Math.max(a[0], b[0]))
                * Math.max(0, Math.min(a[3], b[3]) - Math.max(a[1], b[1]));
        return shared / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - shared);
    }

    private static Box inPicture(Box box, double ratio, BufferedImage picture) {
        double[] inPicture = new double[4];
        for (int side = 0; side < 4; side++) {
            double limit = side % 2 == 0 ? picture.getWidth() : picture.getHeight();
            inPicture[side] = Math.max(0, Math.min(limit, box.corners()[side] / ratio));
        }
        return new Box(box.label(), box.score(), inPicture);
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
