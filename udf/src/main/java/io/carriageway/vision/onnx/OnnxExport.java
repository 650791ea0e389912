package io.carriageway.vision.onnx;

import ai.djl.translate.TranslateException;
import io.carriageway.vision.export.AnswerForm;
import io.carriageway.vision.export.ModelInterface;
import io.carriageway.vision.layout.RawAnswer;
import io.carriageway.vision.model.ModelException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A model's file without a card: its inputs, outputs and metadata, and the shape of its answers. */
public final class OnnxExport implements AutoCloseable {

    private static final int OBJECTNESS = 4;

    private final String location;
    private final LoadedModel model;

    private OnnxExport(String location, LoadedModel model) {
        this.location = location;
        this.model = model;
    }

    /** Opens a file. Refuses one that is not a detector of pictures, and says what it is. */
    public static OnnxExport open(String location, byte[] bytes) throws ModelException {
        return new OnnxExport(location, LoadedModel.load(location, bytes));
    }

    public ModelInterface description() {
        return model.description();
    }

    /** Runs the model on a black picture of a size in pixels. */
    public AnswerForm answer(int width, int height) throws ModelException {
        var black = ByteBuffer.allocateDirect(3 * width * height * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        var input = new InputTensor(model.description(), width, height);
        try (var predictor = model.newPredictor(new TensorTranslator<>(input, OnnxExport::form))) {
            return predictor.predict(black);
        } catch (TranslateException | RuntimeException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            throw new ModelException(
                    "The model " + location + " does not run on a picture of " + width + " x " + height + " pixels: "
                            + cause.getMessage(),
                    failed);
        }
    }

    private static AnswerForm form(RawAnswer answer) {
        int rows = (int) answer.shape()[1];
        int columns = (int) answer.shape()[2];
        boolean sure = rows > 0 && columns > OBJECTNESS;
        for (int row = 0; row < rows && sure; row++) {
            sure = answer.numbers().get(row * columns + OBJECTNESS) == 1;
        }
        return new AnswerForm(rows, columns, answer.maskCoefficients(), sure);
    }

    @Override
    public void close() {
        model.close();
    }
}
