package io.carriageway.vision.picture;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * Scales a bitmap onto a model's canvas, bilinearly between pixel centres, straight into the model's planes: no picture
 * in between. Keeps its rows and, while pictures have one size, its plan; for one thread.
 */
final class Letterbox {

    private final ModelInput input;
    private final int[] leftByte;
    private final int[] rightByte;
    private final float[] rightShare;
    private final float[][] rows;
    private Fit fit;
    private int planStep;

    Letterbox(ModelInput input) {
        this.input = input;
        this.leftByte = new int[input.width()];
        this.rightByte = new int[input.width()];
        this.rightShare = new float[input.width()];
        this.rows = new float[3][input.width()];
    }

    /** Fills the three planes of the buffer from its start. */
    Fit fill(Bitmap bitmap, FloatBuffer planes) {
        plan(bitmap);
        for (float[] row : rows) {
            Arrays.fill(row, input.pad() * input.scale());
        }
        for (int y = 0; y < fit.top(); y++) {
            putRows(y, planes);
        }
        for (int y = fit.top() + fit.height(); y < input.height(); y++) {
            putRows(y, planes);
        }
        for (int y = 0; y < fit.height(); y++) {
            scaleRow(bitmap, y);
            putRows(fit.top() + y, planes);
        }
        return fit;
    }

    private void plan(Bitmap bitmap) {
        if (fit != null
                && fit.pictureWidth() == bitmap.width
                && fit.pictureHeight() == bitmap.height
                && planStep == bitmap.stepX) {
            return;
        }
        planStep = bitmap.stepX;
        fit = Fit.of(bitmap.width, bitmap.height, input);
        for (int x = 0; x < fit.width(); x++) {
            float centre = (x + 0.5f) * bitmap.width / fit.width() - 0.5f;
            int left = (int) Math.floor(centre);
            rightShare[x] = centre - left;
            leftByte[x] = bitmap.stepX * Math.max(0, left);
            rightByte[x] = bitmap.stepX * Math.min(bitmap.width - 1, left + 1);
        }
    }

    private void scaleRow(Bitmap bitmap, int y) {
        float centre = (y + 0.5f) * bitmap.height / fit.height() - 0.5f;
        int upper = (int) Math.floor(centre);
        float lowerShare = centre - upper;
        int upperByte = bitmap.origin + bitmap.stepY * Math.max(0, upper);
        int lowerByte = bitmap.origin + bitmap.stepY * Math.min(bitmap.height - 1, upper + 1);
        byte[] rgb = bitmap.samples;
        int g = bitmap.green;
        int l = bitmap.blue;
        float[] blue = rows[0];
        float[] green = rows[1];
        float[] red = rows[2];
        for (int x = 0; x < fit.width(); x++) {
            float right = rightShare[x];
            float w00 = (1 - right) * (1 - lowerShare) * input.scale();
            float w01 = right * (1 - lowerShare) * input.scale();
            float w10 = (1 - right) * lowerShare * input.scale();
            float w11 = right * lowerShare * input.scale();
            int a = upperByte + leftByte[x];
            int b = upperByte + rightByte[x];
            int c = lowerByte + leftByte[x];
            int d = lowerByte + rightByte[x];
            int to = fit.left() + x;
            red[to] = (rgb[a] & 255) * w00 + (rgb[b] & 255) * w01 + (rgb[c] & 255) * w10 + (rgb[d] & 255) * w11;
            green[to] = (rgb[a + g] & 255) * w00
                    + (rgb[b + g] & 255) * w01
                    + (rgb[c + g] & 255) * w10
                    + (rgb[d + g] & 255) * w11;
            blue[to] = (rgb[a + l] & 255) * w00
                    + (rgb[b + l] & 255) * w01
                    + (rgb[c + l] & 255) * w10
                    + (rgb[d + l] & 255) * w11;
        }
    }

    private void putRows(int y, FloatBuffer planes) {
        for (int colour = 0; colour < 3; colour++) {
            int plane = input.colourOrder() == ColourOrder.BGR ? colour : 2 - colour;
            planes.put(plane * input.planeSize() + y * input.width(), rows[colour]);
        }
    }
}
