package io.carriageway.vision.input;

import io.carriageway.vision.picture.Bitmap;

/** Scales bitmaps row by row. It keeps its plan while bitmaps have one size; for one thread. */
interface Resampler {

    /** Prepares for a bitmap and the place that it gets on the canvas. */
    void plan(Bitmap bitmap, Fit fit);

    /**
     * Computes a row of the scaled picture, counted from its top.
     *
     * @param rows blue, green and red, each as wide as the canvas; written from {@code fit.left()} on
     */
    void fill(Bitmap bitmap, int y, float[][] rows);
}
