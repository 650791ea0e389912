package io.carriageway.vision.export;

import io.carriageway.vision.layout.YoloGrid;
import io.carriageway.vision.model.Layout;
import java.util.ArrayList;
import java.util.List;

/**
 * A layout that an answer's shape allows, with the number of classes that it then has.
 *
 * @param classes 0 where the shape does not say it
 */
record LayoutGuess(Layout layout, int classes) {

    /** Of as few boxes, six columns are the choice of an end-to-end model alone; of more, perhaps. */
    private static final int MOST_CHOSEN = 1_000;

    /**
     * Likeliest first; a first look decides between them. Takes the number of classes where it is known, else 0. A
     * dense answer has far more boxes than classes. What seem to be prototypes of masks may be a feature map.
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
            // models of other strides; last, for by the grid above it is another layout
            guesses.add(new LayoutGuess(Layout.YOLOV8, ofColumns));
        }
        return guesses;
    }

    /** Where the number of classes is not known, there are as many as in COCO, or there are more boxes than classes. */
    private static boolean fits(int classes, int known, boolean moreBoxes) {
        return known > 0 ? classes == known : classes == CocoClasses.NAMES.size() || (classes > 0 && moreBoxes);
    }
}
