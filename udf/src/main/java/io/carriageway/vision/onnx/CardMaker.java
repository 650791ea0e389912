package io.carriageway.vision.onnx;

import io.carriageway.vision.export.Canvas;
import io.carriageway.vision.export.CardDraft;
import io.carriageway.vision.model.Layout;
import io.carriageway.vision.model.ModelCard;
import io.carriageway.vision.model.ModelRefusedException;
import io.carriageway.vision.model.ModelSource;
import java.io.IOException;
import java.util.List;

/** Creates the card of a model from its file, and proves that the model works with it. */
public final class CardMaker {

    /**
     * A card with which the model works.
     *
     * @param hasBoxes whether the model found boxes on generated pictures; without any, the scale and form of its boxes
     *     are not proven
     */
    public record Made(ModelCard card, boolean hasBoxes) {}

    private CardMaker() {}

    /**
     * The likeliest card with which first looks find no fault.
     *
     * @param canvas width and height in pixels as the owner says; empty: those in the file
     * @throws IllegalArgumentException if the owner must say something that the file does not show
     */
    public static Made make(String location, byte[] onnx, CardDraft draft, List<Integer> canvas) throws IOException {
        ModelRefusedException said = null;
        Layout saidOf = null;
        for (ModelCard card : drafted(location, onnx, draft, canvas)) {
            try (var model = SharedModel.acquire(ModelSource.of(location, card, onnx), card)) {
                return new Made(card, model.proveOnce(location, card));
            } catch (ModelRefusedException refused) {
                // an answer that is not raw YOLOX is read as yolov5, about which more can be said
                if (said == null || saidOf == Layout.YOLOX) {
                    said = refused;
                    saidOf = card.layout();
                }
            }
        }
        throw new ModelRefusedException("No card fits the model " + location + ". Read as layout " + saidOf.text()
                + ", " + said.finding() + ". It was found on generated pictures.");
    }

    private static List<ModelCard> drafted(String location, byte[] onnx, CardDraft draft, List<Integer> canvas)
            throws IOException {
        try (var export = OnnxExport.open(location, onnx)) {
            var sides = Canvas.of(export.description(), canvas);
            var form = export.answer(sides.width(), sides.height());
            return draft.cards(export.description(), form, sides.width(), sides.height());
        }
    }
}
