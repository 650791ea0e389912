package io.carriageway.vision.layout;

import java.util.List;

/** The grid of cells that YOLO models put over their canvas, once for each stride in pixels. */
public final class YoloGrid {

    static final List<Integer> STRIDES = List.of(8, 16, 32);

    private YoloGrid() {}

    /** Number of cells of all strides on a canvas in pixels. */
    public static long cells(int width, int height) {
        return STRIDES.stream()
                .mapToLong(stride -> (long) (width / stride) * (height / stride))
                .sum();
    }
}
