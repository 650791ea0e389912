package io.carriageway.vision.export;

import io.carriageway.vision.layout.YoloGrid;
import io.carriageway.vision.model.Layout;
import java.util.ArrayList;
import java.util.List;

/**
 * A layout that fits an answer's shape, and the number of classes in that layout.
 *
 * @param classes 0 if the shape does not tell
 */
record LayoutGuess(Layout layout, int classes) {

    /**
     * Most boxes of an end-to-end model. With at most this many boxes, six columns mean an end-to-end model; with more,
     * they may.
     */
    private static final int MOST_CHOSEN = 1_000;

    /**
     * The layouts that fit, likeliest first; first looks decide between them. {@code knownClasses} is the number of
     * classes, or 0 if unknown. A dense answer has far more boxes than classes. An output that looks like mask
     * prototypes may be a feature map.
     */
    static List<LayoutGuess> of(AnswerForm form, int knownClasses, int width, int height) {
        var guesses = new ArrayList<>(ofShape(form, knownClasses, width, height));
        if (form.maskCoefficients() > 0) {
            guesses.addAll(ofShape(form.withoutMasks(), knownClasses, width, height));
        }
        return guesses;
    }

    private static List<LayoutGuess> ofShape(AnswerForm form, int knownClasses, int width, int height) {
        int ofColumns = form.rows() - 4 - form.maskCoefficients();
        int ofRows = form.columns() - 5 - form.maskCoefficients();
        boolean free = !form.areRowsForEachCell(width, height);
        boolean few = free && form.rows() <= MOST_CHOSEN;
        boolean mayBeChosen = free && form.columns() == 6 + form.maskCoefficients();
        boolean oriented = few && form.columns() == 7 + form.maskCoefficients();
        var guesses = new ArrayList<LayoutGuess>();
        boolean columnForEachCell = form.columns() % YoloGrid.cells(width, height) == 0;
        boolean inColumns = fits(ofColumns, knownClasses, form.rows() <= form.columns());
        if (inColumns && columnForEachCell) {
            guesses.add(new LayoutGuess(Layout.YOLOV8, ofColumns));
        }
        if (mayBeChosen) {
            guesses.add(new LayoutGuess(Layout.END_TO_END, knownClasses));
        }
        if (!(few && mayBeChosen) && !oriented && fits(ofRows, knownClasses, form.rows() >= form.columns())) {
            if (form.isRowForEachCell(width, height) && form.maskCoefficients() == 0) {
                guesses.add(new LayoutGuess(Layout.YOLOX, ofRows));
            }
            guesses.add(new LayoutGuess(Layout.YOLOV5, ofRows));
        }
        if (inColumns && !columnForEachCell) {
            // models of other strides; last, because with the strides above the grid shows another layout
            guesses.add(new LayoutGuess(Layout.YOLOV8, ofColumns));
        }
        return guesses;
    }

    /**
     * Whether the number of classes fits. If it is not known, there must be as many as in COCO, or more boxes than
     * classes.
     */
    private static boolean fits(int classes, int known, boolean moreBoxes) {
        return known > 0 ? classes == known : classes == CocoClasses.NAMES.size() || (classes > 0 && moreBoxes);
    }
}
