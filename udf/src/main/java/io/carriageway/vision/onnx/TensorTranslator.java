package io.carriageway.vision.onnx;

import ai.djl.ndarray.NDList;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import io.carriageway.vision.layout.RawAnswer;
import java.nio.FloatBuffer;
import java.util.function.Function;

/**
 * Passes a direct buffer to ONNX Runtime and reads the answer's rows in place. DJL closes both tensors after each call.
 */
final class TensorTranslator<T> implements NoBatchifyTranslator<FloatBuffer, T> {

    private final InputTensor input;
    private final Function<RawAnswer, T> reader;

    TensorTranslator(InputTensor input, Function<RawAnswer, T> reader) {
        this.input = input;
        this.reader = reader;
    }

    @Override
    public NDList processInput(TranslatorContext context, FloatBuffer tensor) {
        return new NDList(input.of(tensor, context.getNDManager()));
    }

    @Override
    public T processOutput(TranslatorContext context, NDList outputs) {
        return reader.apply(OutputTensors.answer(outputs));
    }
}
