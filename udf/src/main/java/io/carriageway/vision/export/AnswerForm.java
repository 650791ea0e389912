package io.carriageway.vision.export;

import io.carriageway.vision.layout.YoloGrid;

/**
 * The shape of a model's answer in a run.
 *
 * @param rows second dimension of the output with the boxes, [1, rows, columns]
 * @param columns third dimension of that output
 * @param maskCoefficients number of mask prototypes that the model seems to have; 0 if none
 * @param sureOfAllBoxes whether the fifth number of each row is 1, as the objectness of YOLOv6 is
 */
public record AnswerForm(int rows, int columns, int maskCoefficients, boolean sureOfAllBoxes) {

    /** Whether it has one row for each cell of a canvas of that size in pixels. */
    boolean isRowForEachCell(int width, int height) {
        return rows == YoloGrid.cells(width, height);
    }

    /** Whether it has the same number of rows, more than one, for each cell of a canvas of that size in pixels. */
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
