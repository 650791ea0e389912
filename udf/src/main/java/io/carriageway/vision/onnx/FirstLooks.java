package io.carriageway.vision.onnx;

import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import io.carriageway.vision.export.ModelInterface;
import io.carriageway.vision.layout.AnswerSurvey;
import io.carriageway.vision.layout.OutputReader;
import io.carriageway.vision.layout.RawAnswer;
import io.carriageway.vision.layout.Reading;
import io.carriageway.vision.model.ModelCard;
import io.carriageway.vision.model.ModelException;
import io.carriageway.vision.model.ModelRefusedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Runs a model on generated pictures before it gets a frame, and refuses it if it is not what its card says. */
final class FirstLooks {

    private final String location;
    private final ModelCard card;
    private final OutputReader reader;
    private final AnswerSurvey survey;

    FirstLooks(String location, ModelCard card) {
        this.location = location;
        this.card = card;
        this.reader = OutputReader.of(card);
        this.survey = reader.survey();
    }

    /**
     * Runs the model on the pictures.
     *
     * @return whether the model found boxes on them; without any, only the shape of its answer is proven
     */
    boolean prove(SharedModel model) throws ModelException {
        requireCanvas(model.description());
        var input = new InputTensor(model.description(), card.inputWidth(), card.inputHeight());
        FloatBuffer tensor = ByteBuffer.allocateDirect(3 * card.inputWidth() * card.inputHeight() * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        try (Predictor<FloatBuffer, Reading> predictor =
                model.newPredictor(new TensorTranslator<>(input, this::read))) {
            for (ProofPicture picture : ProofPicture.values()) {
                picture.fill(tensor, card.input());
                if (predictor.predict(tensor) instanceof Reading.Invalid invalid) {
                    throw refused(invalid.detail());
                }
            }
        } catch (TranslateException | RuntimeException mismatch) {
            throw failed(mismatch);
        }
        var complaint = survey.complaint();
        if (complaint.isPresent()) {
            throw refused(complaint.get());
        }
        return survey.hasBoxes();
    }

    /** Checks that the input accepts the card's canvas; dynamic sides accept any. */
    private void requireCanvas(ModelInterface model) throws ModelRefusedException {
        if (!model.takes(card.inputWidth(), card.inputHeight())) {
            throw refused("input_width and input_height are " + card.inputWidth() + " x " + card.inputHeight()
                    + ", but its input " + model.input() + " takes " + model.canvas()
                    + ": correct both in the card, or export it for that size");
        }
    }

    private Reading read(RawAnswer answer) {
        var reading = reader.read(answer);
        if (reading instanceof Reading.Boxes) {
            survey.add(answer);
        }
        return reading;
    }

    private ModelRefusedException refused(String why) {
        return new ModelRefusedException(
                "The model " + location + " does not work as its card says: " + why
                        + ". It was found on generated pictures, before any frame was read.",
                why);
    }

    /** A failed run may be the machine's fault and is retried after a restart; a wrong shape is not. */
    private ModelException failed(Exception failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof IllegalStateException)) {
            cause = cause.getCause();
        }
        if (RuntimeFault.isOfShape(cause)) {
            return refused("it does not run on pictures of " + card.inputWidth() + " x " + card.inputHeight()
                    + " pixels: correct input_width and input_height in the card, or export it for that size ("
                    + RuntimeFault.line(cause) + ")");
        }
        return cause instanceof IllegalStateException
                ? refused(cause.getMessage())
                : new ModelException(
                        "The model " + location + " does not work as its card says: " + cause.getMessage(), failure);
    }
}
