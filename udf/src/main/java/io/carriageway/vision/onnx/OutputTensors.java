package io.carriageway.vision.onnx;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.onnxruntime.platform.Fp16Conversions;
import io.carriageway.vision.layout.RawAnswer;
import java.nio.FloatBuffer;
import java.util.Comparator;

/** Selects the boxes of the batch's first picture from a model's outputs. */
final class OutputTensors {

    private static final int BOXES_RANK = 3;
    private static final int PROTOTYPES_RANK = 4;

    private OutputTensors() {}

    /**
     * The first output with three dimensions has the boxes. Of those with four, the one with the most pixels has the
     * mask prototypes, [1, count, y, x], unless it is a feature map; feature maps are smaller.
     */
    static RawAnswer answer(NDList outputs) {
        NDArray boxes = outputs.stream()
                .filter(output -> output.getShape().dimension() == BOXES_RANK)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "none of the model's outputs has three sides, as boxes have: export a YOLO detector"));
        int masks = outputs.stream()
                .filter(output -> output.getShape().dimension() == PROTOTYPES_RANK)
                .map(NDArray::getShape)
                .max(Comparator.comparingLong(shape -> shape.get(2) * shape.get(3)))
                .map(shape -> (int) shape.get(1))
                .orElse(0);
        long[] shape = boxes.getShape().getShape().clone();
        shape[0] = 1;
        return new RawAnswer(numbers(boxes), shape, masks);
    }

    private static FloatBuffer numbers(NDArray boxes) {
        if (boxes.size() == 0) {
            return FloatBuffer.allocate(0);
        }
        if (boxes.getDataType() == DataType.FLOAT16) {
            return Fp16Conversions.convertFp16BufferToFloatBuffer(
                    boxes.toByteBuffer(false).asShortBuffer());
        }
        if (boxes.getDataType() != DataType.FLOAT32) {
            throw new IllegalStateException(
                    "the model answers in " + boxes.getDataType() + ": export it with 32-bit floats");
        }
        return boxes.toByteBuffer(false).asFloatBuffer();
    }
}
