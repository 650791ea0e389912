package io.carriageway.vision.layout;

import io.carriageway.vision.model.ModelCard;

/**
 * Layout yolov8: what Ultralytics exports, in the form that the answer's shape shows. Classes that are read in columns
 * win over an end-to-end answer of the same shape.
 */
final class UltralyticsOutput implements OutputReader {

    private final ModelCard card;
    private final Yolov8Output dense;
    private final EndToEndOutput endToEnd;

    UltralyticsOutput(ModelCard card) {
        this.card = card;
        this.dense = new Yolov8Output(card);
        this.endToEnd = new EndToEndOutput(card);
    }

    @Override
    public Reading read(RawAnswer answer) {
        return isEndToEnd(answer) ? endToEnd.read(answer) : dense.read(answer);
    }

    @Override
    public AnswerSurvey survey() {
        return new PixelSurvey(card, (answer, visitor) -> {
            if (isEndToEnd(answer)) {
                endToEnd.visit(answer, visitor);
            } else {
                dense.visit(answer, visitor);
            }
        });
    }

    private boolean isEndToEnd(RawAnswer answer) {
        return answer.side(2) == EndToEndOutput.COLUMNS + answer.maskCoefficients()
                && answer.side(1) != 4L + card.classes().size() + answer.maskCoefficients();
    }
}
