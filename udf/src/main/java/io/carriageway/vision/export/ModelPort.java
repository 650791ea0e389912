package io.carriageway.vision.export;

import java.util.List;

/**
 * An input or output of a model.
 *
 * @param type of its numbers, in capitals as ONNX Runtime names it: FLOAT, FLOAT16, UINT8 and so on
 * @param sides of its shape; -1 for one that a run decides
 */
public record ModelPort(String name, String type, List<Long> sides) {

    public ModelPort {
        sides = List.copyOf(sides);
    }

    /** A side of the shape; -1 where a run decides it or there are not so many. */
    long side(int number) {
        return number < sides.size() ? sides.get(number) : -1;
    }

    boolean isFloat() {
        return type.equals("FLOAT") || isHalf();
    }

    /** Whether its numbers have 16 bits. */
    public boolean isHalf() {
        return type.equals("FLOAT16");
    }

    /**
     * Whether it may have the rank of boxes, [batch, boxes, columns] or [batch, rows, boxes]. No sides at all mean that
     * a run decides even their number.
     */
    boolean isBoxes() {
        return isFloat() && (sides.size() == 3 || sides.isEmpty());
    }

    @Override
    public String toString() {
        return name + " " + type + sides;
    }
}
