package io.carriageway.vision.layout;

import io.carriageway.vision.model.ModelCard;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds answers in which boxes are in pixels already, where the card says raw offsets and logarithms. Each cell
 * proposes a box near itself: a centre that lies nearer to its cell as pixels than as an offset is in pixels.
 */
final class GridSurvey implements AnswerSurvey {

    /** Fewer cells with numbers than this show no tendency. */
    private static final int FEWEST_CELLS = 8;
    /** In canvases; read as logarithms, sizes in pixels are far beyond it. */
    private static final double LARGEST_SIZE = 8;

    private final ModelCard card;
    private Consumer<RawAnswer> cellsOf;
    private long cells;
    private double distanceAsOffsets;
    private double distanceAsPixels;
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
        hugeVehicle |= row.score() >= card.lowestConfidenceThreshold() && Math.max(row.side(2), row.side(3)) > largest;
    }

    @Override
    public Optional<String> complaint() {
        boolean inPixels = cells >= FEWEST_CELLS && distanceAsPixels < distanceAsOffsets;
        return inPixels || hugeVehicle
                ? Optional.of("its boxes are decoded in the graph, where layout yolox means raw ones: write layout"
                        + " yolov5 in the card, or export it without --decode_in_inference")
                : Optional.empty();
    }
}
