package io.carriageway.vision.onnx;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import io.carriageway.vision.model.Candidate;
import io.carriageway.vision.model.OutputReader;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * Hands a direct buffer to ONNX Runtime as it is and reads the answer's rows in place; DJL closes both tensors after
 * each call.
 */
final class TensorTranslator implements NoBatchifyTranslator<FloatBuffer, List<Candidate>> {

    private final Shape inputShape;
    private final OutputReader reader;

    TensorTranslator(int inputWidth, int inputHeight, OutputReader reader) {
        this.inputShape = new Shape(1, 3, inputHeight, inputWidth);
        this.reader = reader;
    }

    @Override
    public NDList processInput(TranslatorContext context, FloatBuffer tensor) {
        return new NDList(context.getNDManager().create(tensor, inputShape, DataType.FLOAT32));
    }

    @Override
    public List<Candidate> processOutput(TranslatorContext context, NDList outputs) {
        NDArray rows = outputs.get(0);
        if (rows.getDataType() != DataType.FLOAT32) {
            throw new IllegalStateException(
                    "The model answers in " + rows.getDataType() + ": export it with 32-bit floats");
        }
        return reader.read(
                rows.toByteBuffer(false).asFloatBuffer(), rows.getShape().getShape());
    }
}
