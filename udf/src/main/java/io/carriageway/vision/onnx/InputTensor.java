package io.carriageway.vision.onnx;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.onnxruntime.platform.Fp16Conversions;
import io.carriageway.vision.export.ModelInterface;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * Converts a picture's numbers to a model's input: unchanged, as 16-bit floats, or as the first of a batch whose other
 * pictures are black. Keeps a buffer. Not thread-safe.
 */
final class InputTensor {

    private final Shape shape;
    private final boolean half;
    private final ByteBuffer converted;

    InputTensor(ModelInterface model, int width, int height) {
        this.shape = new Shape(model.batch(), 3, height, width);
        this.half = model.input().isHalf();
        this.converted = half || model.batch() > 1
                ? ByteBuffer.allocateDirect((int) shape.size() * (half ? Short.BYTES : Float.BYTES))
                        .order(ByteOrder.nativeOrder())
                : null;
    }

    NDArray of(FloatBuffer picture, NDManager manager) {
        if (converted == null) {
            return manager.create(picture, shape, DataType.FLOAT32);
        }
        if (half) {
            for (int number = 0; number < picture.remaining(); number++) {
                converted.putShort(number * Short.BYTES, Fp16Conversions.floatToFp16(picture.get(number)));
            }
            return manager.create(converted.rewind(), shape, DataType.FLOAT16);
        }
        converted.asFloatBuffer().put(picture.duplicate());
        return manager.create(converted.asFloatBuffer(), shape, DataType.FLOAT32);
    }
}
