package io.carriageway.vision.input;

import io.carriageway.vision.picture.Bitmap;

/** Scales bitmaps row by row. Keeps its plan while bitmaps have the same size. Not thread-safe. */
interface Resampler {

    /** Prepares for a bitmap and its position on the canvas. */
    void plan(Bitmap bitmap, Fit fit);

    /**
     * Computes a row of the scaled picture, counted from its top.
     *
     * @param rows rows of blue, green and red, each as wide as the canvas; written from {@code fit.left()} on
     */
    void fill(Bitmap bitmap, int y, float[][] rows);
}
