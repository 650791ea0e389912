package io.carriageway.vision.export;

import io.carriageway.vision.layout.YoloGrid;

/**
 * How a model's answer looked in a run.
 *
 * @param rows second side of the output that has the boxes, [1, rows, columns]
 * @param columns third side of that output
 * @param maskCoefficients as many as the model seems to have prototypes of masks, else 0
 * @param sureOfAllBoxes whether the fifth number of each row is 1, as objectness of YOLOv6 is
 */
public record AnswerForm(int rows, int columns, int maskCoefficients, boolean sureOfAllBoxes) {

    /** Whether it has a row for each cell of a canvas in pixels. */
    boolean isRowForEachCell(int width, int height) {
        return rows == YoloGrid.cells(width, height);
    }

    /** Whether it has several rows for each cell of a canvas in pixels, as many for each. */
    boolean areRowsForEachCell(int width, int height) {
        return rows % YoloGrid.cells(width, height) == 0;
    }

    AnswerForm withoutMasks() {
        return new AnswerForm(rows, columns, 0, sureOfAllBoxes);
    }

    @Override
    public String toString() {
        return "[1, " + rows + ", " + columns + "]"
                + (maskCoefficients > 0 ? " with " + maskCoefficients + " mask coefficients" : "");
    }
}
