package io.carriageway.vision.layout;

import io.carriageway.vision.model.ModelCard;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds answers whose boxes are in pixels or in 0..1, although the card says raw offsets and logarithms. Each cell
 * proposes a box near itself. A centre is in pixels if it is nearer to its cell when read as pixels than when read as
 * an offset. Offsets do not depend on their cell: read as shares of the canvas, they are on average as far from it as
 * the canvas's middle. Centres that are much nearer are in 0..1.
 */
final class GridSurvey implements AnswerSurvey {

    /** With fewer cells than this nothing is decided. */
    private static final int FEWEST_CELLS = 8;
    /** Largest size of a box, in canvases. Sizes in pixels, read as logarithms, are far larger. */
    private static final double LARGEST_SIZE = 8;
    /** Score from which one such size is enough, whatever the card's threshold. */
    private static final float SURE = 0.3f;
    /** Share of the middle's distance below which centres are in 0..1. */
    private static final double MUCH_NEARER = 0.5;

    private final ModelCard card;
    private Consumer<RawAnswer> cellsOf;
    private long cells;
    private double distanceAsOffsets;
    private double distanceAsPixels;
    private double distanceAsShares;
    private double distanceOfMiddle;
    private boolean hugeVehicle;

    GridSurvey(ModelCard card) {
        this.card = card;
    }

    GridSurvey over(Consumer<RawAnswer> cellsOf) {
        this.cellsOf = cellsOf;
        return this;
    }

    @Override
    public void add(RawAnswer answer) {
        cellsOf.accept(answer);
    }

    void see(ObjectnessRow row, int x, int y, int stride) {
        if (row.side(0) == 0 && row.side(1) == 0 && row.side(2) == 0 && row.side(3) == 0) {
            return;
        }
        cells++;
        distanceAsOffsets += Math.abs(row.side(0) - 0.5) + Math.abs(row.side(1) - 0.5);
        distanceAsPixels += Math.abs(row.side(0) / stride - x - 0.5) + Math.abs(row.side(1) / stride - y - 0.5);
        double largest = Math.log(LARGEST_SIZE * Math.max(card.inputWidth(), card.inputHeight()) / stride);
        hugeVehicle |= row.score() >= SURE && Math.max(row.side(2), row.side(3)) > largest;
        double columns = (double) card.inputWidth() / stride;
        double rows = (double) card.inputHeight() / stride;
        distanceAsShares += Math.abs(row.side(0) * columns - x - 0.5) + Math.abs(row.side(1) * rows - y - 0.5);
        distanceOfMiddle += Math.abs(columns / 2 - x - 0.5) + Math.abs(rows / 2 - y - 0.5);
    }

    @Override
    public Optional<String> complaint() {
        boolean tells = cells >= FEWEST_CELLS;
        if (tells && distanceAsShares < MUCH_NEARER * distanceOfMiddle) {
            return Optional.of(
                    "its boxes are in 0..1 and decoded in the graph, where layout yolox means raw ones: export"
                            + " it without --decode_in_inference, or with its boxes in pixels and write layout yolov5 in the card");
        }
        return (tells && distanceAsPixels < distanceAsOffsets) || hugeVehicle
                ? Optional.of("its boxes are decoded in the graph, where layout yolox means raw ones: write layout"
                        + " yolov5 in the card, or export it without --decode_in_inference")
                : Optional.empty();
    }

    @Override
    public boolean hasBoxes() {
        return cells > 0;
    }
}
