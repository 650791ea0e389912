package io.carriageway.vision.layout;

import io.carriageway.vision.model.ModelCard;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Finds boxes that are not in pixels of the canvas: shares of it, logarithms, corners in place of sizes, pixels of
 * another canvas. Rows of zeros alone are padding.
 */
final class PixelSurvey implements AnswerSurvey {

    /** No detector's boxes all lie within 2 pixels of the corner; shares of the canvas do. */
    private static final float LARGEST_SHARE = 2;
    /** Rounding may make an empty box a little less than empty. */
    private static final float SMALLEST_SIZE = -1;
    /** In canvases; what a model proposes for a background is off, but not by so much. */
    private static final float FARTHEST = 4;
    /** Of boxes that are wrong, the share that no noise explains. */
    private static final double TOO_MANY = 0.1;

    private final ModelCard card;
    private final BiConsumer<RawAnswer, BoxVisitor> boxesOf;
    private long boxes;
    private float largest;
    private long negative;
    private long far;
    private boolean negativeVehicle;
    private boolean farVehicle;

    PixelSurvey(ModelCard card, BiConsumer<RawAnswer, BoxVisitor> boxesOf) {
        this.card = card;
        this.boxesOf = boxesOf;
    }

    @Override
    public void add(RawAnswer answer) {
        boxesOf.accept(answer, this::see);
    }

    private void see(float score, float centreX, float centreY, float width, float height) {
        float reach = Math.max(Math.max(Math.abs(centreX), Math.abs(centreY)), Math.max(width, height));
        boolean isNegative = width < SMALLEST_SIZE || height < SMALLEST_SIZE;
        if (reach == 0 && !isNegative) {
            return;
        }
        boolean counts = score >= card.lowestConfidenceThreshold();
        boolean isFar = reach > FARTHEST * Math.max(card.inputWidth(), card.inputHeight());
        boxes++;
        largest = Math.max(largest, reach);
        negative += isNegative ? 1 : 0;
        negativeVehicle |= isNegative && counts;
        far += isFar ? 1 : 0;
        farVehicle |= isFar && counts;
    }

    @Override
    public Optional<String> complaint() {
        if (negativeVehicle || negative > TOO_MANY * boxes) {
            return Optional.of("its boxes have sizes below 0, so their four numbers are not what layout "
                    + card.layout().text() + " means (raw offsets, or corners in place of sizes, or the reverse):"
                    + " correct layout in the card, or export it with its boxes decoded");
        }
        if (boxes > 0 && largest <= LARGEST_SHARE) {
            return Optional.of("its boxes are in 0..1 (the largest number is " + largest
                    + "), where pixels of its canvas of " + canvas()
                    + " are meant: export it without scaling boxes down to 0..1");
        }
        if (farVehicle || far > TOO_MANY * boxes) {
            return Optional.of("its boxes reach to " + largest + " pixels on a canvas of " + canvas()
                    + ": correct input_width and input_height in the card, or export it with its boxes in pixels");
        }
        return Optional.empty();
    }

    private String canvas() {
        return card.inputWidth() + " x " + card.inputHeight();
    }
}
