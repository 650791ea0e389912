package io.carriageway.vision.export;

import java.util.List;

/**
 * An input or output of a model.
 *
 * @param type type of its numbers, in capitals as in ONNX Runtime: FLOAT, FLOAT16, UINT8 and so on
 * @param sides dimensions of its shape; -1 for a dynamic one
 */
public record ModelPort(String name, String type, List<Long> sides) {

    public ModelPort {
        sides = List.copyOf(sides);
    }

    /** A dimension of the shape; -1 if it is dynamic or there are fewer. */
    long side(int number) {
        return number < sides.size() ? sides.get(number) : -1;
    }

    boolean isFloat() {
        return type.equals("FLOAT") || isHalf();
    }

    /** Whether its numbers are 16-bit floats. */
    public boolean isHalf() {
        return type.equals("FLOAT16");
    }

    /**
     * Whether its rank may be that of boxes, [batch, boxes, columns] or [batch, rows, boxes]. Without any dimensions,
     * even the rank is dynamic.
     */
    boolean isBoxes() {
        return isFloat() && (sides.size() == 3 || sides.isEmpty());
    }

    @Override
    public String toString() {
        return name + " " + type + sides;
    }
}
