package io.carriageway.vision.layout;

import io.carriageway.vision.model.ModelCard;

/** Names what has a shape that a card does not expect, by the number of the card's classes. */
final class ShapeHint {

    private ShapeHint() {}

    /** Text to follow the complaint; empty where the shape says nothing. */
    static String of(RawAnswer answer, ModelCard card) {
        long classes = card.classes().size() + (long) answer.maskCoefficients();
        long rows = answer.side(1);
        long columns = answer.side(2);
        if (columns == 5 + classes) {
            return " (layout yolov5 has this shape, and YOLOX's yolox)";
        }
        if (rows == 4 + classes) {
            return " (layout yolov8 has this shape)";
        }
        if (columns == 6 + answer.maskCoefficients()) {
            return " (layout end-to-end has this shape)";
        }
        if (columns == 4 + classes) {
            return " (RT-DETR has this shape, which is not supported: export a YOLO model)";
        }
        if (rows == 5 + classes || columns == 7) {
            return " (oriented boxes have this shape: export weights of task detect in place of obb)";
        }
        if (rows > 5 + classes && rows < columns && (rows - 4 - classes) % 3 == 0) {
            return " (models of poses have this shape: export weights of task detect in place of pose)";
        }
        return "";
    }
}
