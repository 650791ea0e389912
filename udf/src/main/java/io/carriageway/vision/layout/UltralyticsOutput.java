package io.carriageway.vision.layout;

import io.carriageway.vision.model.ModelCard;
import java.util.Optional;

/** Reads layout yolov8, dense or end-to-end as the answer's shape shows. If both fit, it is dense. */
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
        var corners = PixelSurvey.ofCorners(card, endToEnd::visit);
        var centres = PixelSurvey.ofCentres(card, dense::visit);
        return new AnswerSurvey() {
            @Override
            public void add(RawAnswer answer) {
                (isEndToEnd(answer) ? corners : centres).add(answer);
            }

            @Override
            public Optional<String> complaint() {
                return corners.complaint().or(centres::complaint);
            }

            @Override
            public boolean hasBoxes() {
                return corners.hasBoxes() || centres.hasBoxes();
            }
        };
    }

    private boolean isEndToEnd(RawAnswer answer) {
        return answer.hasNumbers(EndToEndOutput.COLUMNS, 2)
                && !answer.hasNumbers(4 + card.classes().size(), 1);
    }
}
