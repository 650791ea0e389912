package io.carriageway.vision.layout;

import io.carriageway.vision.model.ModelCard;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Finds boxes that are not in pixels of the canvas: shares of it, raw offsets, logarithms, corners instead of sizes,
 * pixels of another canvas. It decides by the share of wrong boxes among all, whatever their scores: good models have
 * single wrong boxes too, and the card's threshold says nothing about units. Rows that contain only zeros are padding.
 */
final class PixelSurvey implements AnswerSurvey {

    /** Boxes within this many pixels of the corner are shares of the canvas. */
    private static final float LARGEST_SHARE = 2;
    /**
     * Distance from the corner, in canvases, within which all boxes of raw numbers lie. Numbers in cells of 8 pixels
     * reach to 1/8.
     */
    private static final float NEAR = 1 / 6f;
    /** Smallest size of a box in pixels: rounding may make an empty box slightly negative. */
    private static final float SMALLEST_SIZE = -1;
    /** Greatest distance of a plausible box, in canvases. Boxes proposed for a background are off, but by less. */
    private static final float FARTHEST = 4;
    /**
     * Share of wrong boxes that noise does not explain. Output layers without bounds have 15 % wrong boxes in a
     * background.
     */
    private static final double TOO_MANY = 0.3;
    /** Share of the boxes that must be in another unit; a few lie far off. */
    private static final double NEARLY_ALL = 0.98;
    /** Share of the boxes that must be corners (right of left, below top); empty boxes are not. */
    private static final double MOST = 0.95;
    /**
     * With fewer boxes the checks for another unit and for corners decide nothing; a grid has 105 in five pictures of
     * 32 x 32 pixels.
     */
    private static final long FEWEST_BOXES = 50;

    private final ModelCard card;
    private final float canvas;
    private final boolean ofCorners;
    private final BiConsumer<RawAnswer, BoxVisitor> boxesOf;
    private long boxes;
    private float largest;
    private long shares;
    private long near;
    private long growing;
    private long negative;
    private long far;

    private PixelSurvey(ModelCard card, boolean ofCorners, BiConsumer<RawAnswer, BoxVisitor> boxesOf) {
        this.card = card;
        this.canvas = Math.max(card.inputWidth(), card.inputHeight());
        this.ofCorners = ofCorners;
        this.boxesOf = boxesOf;
    }

    /** For a layout with centres and sizes; checks for corners. */
    static PixelSurvey ofCentres(ModelCard card, BiConsumer<RawAnswer, BoxVisitor> boxesOf) {
        return new PixelSurvey(card, false, boxesOf);
    }

    /** For a layout with corners. */
    static PixelSurvey ofCorners(ModelCard card, BiConsumer<RawAnswer, BoxVisitor> boxesOf) {
        return new PixelSurvey(card, true, boxesOf);
    }

    @Override
    public void add(RawAnswer answer) {
        boxesOf.accept(answer, this::see);
    }

    private void see(float centreX, float centreY, float width, float height) {
        float reach = Math.max(Math.max(Math.abs(centreX), Math.abs(centreY)), Math.max(width, height));
        boolean isNegative = width < SMALLEST_SIZE || height < SMALLEST_SIZE;
        if (reach == 0 && !isNegative) {
            return;
        }
        boxes++;
        largest = Math.max(largest, reach);
        shares += reach <= LARGEST_SHARE ? 1 : 0;
        near += reach < NEAR * canvas ? 1 : 0;
        growing += width > centreX && height > centreY ? 1 : 0;
        negative += isNegative ? 1 : 0;
        far += reach > FARTHEST * canvas ? 1 : 0;
    }

    @Override
    public Optional<String> complaint() {
        return Optional.ofNullable(boxes == 0 ? null : fault());
    }

    @Override
    public boolean hasBoxes() {
        return boxes > 0;
    }

    private String fault() {
        if (negative > TOO_MANY * boxes) {
            return "its boxes have sizes below 0, so their four numbers are not what layout "
                    + card.layout().text() + " means (raw offsets, or corners instead of sizes, or the reverse):"
                    + " correct layout in the card, or export it with its boxes decoded";
        }
        if (shares >= NEARLY_ALL * boxes) {
            return "its boxes are in 0..1 (the largest number is " + largest + "), where pixels of its canvas of "
                    + size() + " are meant: export it without scaling boxes down to 0..1";
        }
        if (boxes >= FEWEST_BOXES && near >= NEARLY_ALL * boxes) {
            return "its boxes lie within " + Math.round(NEAR * canvas) + " pixels of the corner of a canvas of "
                    + size() + ", as raw offsets do, and numbers in cells: write layout yolox in the card where it is a"
                    + " YOLOX, or export it with its boxes decoded to pixels";
        }
        if (!ofCorners && boxes >= FEWEST_BOXES && growing >= MOST * boxes) {
            return "its boxes are corners (left, top, right, bottom), where layout "
                    + card.layout().text() + " means centre and size: export it as its training code does, without a"
                    + " step that converts boxes, such as DeepStream-Yolo's";
        }
        return far > TOO_MANY * boxes
                ? "its boxes reach to " + largest + " pixels on a canvas of " + size()
                        + ": correct input_width and input_height in the card, or export it with its boxes in pixels"
                : null;
    }

    private String size() {
        return card.inputWidth() + " x " + card.inputHeight();
    }
}
