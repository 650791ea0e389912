package io.carriageway.vision.layout;

import io.carriageway.vision.model.ModelCard;
import java.util.Arrays;

/**
 * Reads the boxes of vehicles from a model's answers, before suppression. Keeps buffers between answers. Not
 * thread-safe.
 */
public interface OutputReader {

    /** Reads an answer. Fails if its shape is not the card's. */
    Reading read(RawAnswer answer);

    /** A new survey of answers, for first looks. */
    AnswerSurvey survey();

    /** The reader for a card's layout. */
    static OutputReader of(ModelCard card) {
        return switch (card.layout()) {
            case YOLOV8 -> new UltralyticsOutput(card);
            case YOLOV5 -> new Yolov5Output(card);
            case YOLOX -> new YoloxOutput(card);
            case END_TO_END -> new EndToEndOutput(card);
        };
    }

    static void requireShape(RawAnswer answer, ModelCard card, long... expected) {
        if (!Arrays.equals(expected, answer.shape())) {
            throw new IllegalStateException("the model answers with shape " + Arrays.toString(answer.shape())
                    + ", but by its card with " + Arrays.toString(expected)
                    + ": correct layout, classes or input size in the card" + ShapeHint.of(answer, card));
        }
    }
}
