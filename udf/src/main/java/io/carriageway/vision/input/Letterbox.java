package io.carriageway.vision.input;

import io.carriageway.vision.picture.Bitmap;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * Scales a bitmap directly into a model's planes, without a picture in between. Keeps its rows, and its plan while
 * pictures have the same size. Not thread-safe.
 */
final class Letterbox {

    private final ModelInput input;
    private final Resampler resampler;
    private final float[][] rows;
    private Fit fit;
    private int planStep;

    Letterbox(ModelInput input) {
        this.input = input;
        this.resampler = input.resample().resampler(input.width(), input.scale());
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
            resampler.fill(bitmap, y, rows);
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
        resampler.plan(bitmap, fit);
    }

    private void putRows(int y, FloatBuffer planes) {
        for (int colour = 0; colour < 3; colour++) {
            int plane = input.colourOrder() == ColourOrder.BGR ? colour : 2 - colour;
            planes.put(plane * input.planeSize() + y * input.width(), rows[colour]);
        }
    }
}
