package io.carriageway.vision.onnx;

import java.util.ArrayList;
import java.util.List;

/** A dense answer as tests make it: a box for each cell of a canvas of 64 x 64 pixels, near its cell. */
final class GridOfBoxes {

    static final int CELLS = 84;

    /** The four numbers of a cell's box. */
    @FunctionalInterface
    interface Box {
        float[] of(int cell, float x, float y, int stride);
    }

    private final List<float[]> rows = new ArrayList<>();
    private final int columns;

    /** Boxes of the middles of cells in pixels, with these numbers behind each. */
    GridOfBoxes(Box box, float... behind) {
        columns = 4 + behind.length;
        for (int stride : List.of(8, 16, 32)) {
            int side = 64 / stride;
            for (int cell = 0; cell < side * side; cell++) {
                var row = new float[columns];
                float[] numbers =
                        box.of(rows.size(), (cell % side + 0.5f) * stride, (cell / side + 0.5f) * stride, stride);
                System.arraycopy(numbers, 0, row, 0, 4);
                System.arraycopy(behind, 0, row, 4, behind.length);
                rows.add(row);
            }
        }
    }

    /** Centres and sizes in pixels. */
    static float[] pixels(int cell, float x, float y, int stride) {
        return new float[] {x + cell % 3 - 1, y + cell % 2, 1.5f * stride, stride};
    }

    /** The same as left, top, right and bottom. */
    static float[] corners(int cell, float x, float y, int stride) {
        return new float[] {x - 0.75f * stride, y - 0.5f * stride, x + 0.75f * stride, y + 0.5f * stride};
    }

    /** The same as shares of the canvas. */
    static float[] shares(int cell, float x, float y, int stride) {
        return new float[] {x / 64, y / 64, 1.5f * stride / 64, stride / 64f};
    }

    /** The same as a YOLOX gives it without decoding, off by a little as trained models are. */
    static float[] raw(int cell, float x, float y, int stride) {
        return new float[] {0.5f + (cell % 7 - 3) * 0.3f, 0.5f + (cell % 5 - 2) * 0.4f, cell % 9 * 0.5f - 0.5f, 0.3f};
    }

    GridOfBoxes with(int cell, float... row) {
        rows.set(cell, row);
        return this;
    }

    float[] rows() {
        var numbers = new float[CELLS * columns];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = rows.get(i / columns)[i % columns];
        }
        return numbers;
    }

    float[] columns() {
        var numbers = new float[CELLS * columns];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = rows.get(i % CELLS)[i / CELLS];
        }
        return numbers;
    }
}
