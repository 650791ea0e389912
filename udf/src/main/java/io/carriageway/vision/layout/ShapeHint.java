package io.carriageway.vision.layout;

import io.carriageway.vision.model.ModelCard;

/** Names what has a shape that is not expected, by the number of its classes. */
public final class ShapeHint {

    /** Numbers of the 17 key points of a person in COCO: place and visibility. */
    private static final int KEY_POINTS = 17 * 3;

    private ShapeHint() {}

    /** Text to follow the complaint; empty where the shape says nothing. */
    static String of(RawAnswer answer, ModelCard card) {
        return of(
                answer.side(1),
                answer.side(2),
                answer.maskCoefficients(),
                card.classes().size());
    }

    /** The same for [1, rows, columns]. */
    public static String of(long rows, long columns, int maskCoefficients, int ofClasses) {
        long classes = ofClasses + (long) maskCoefficients;
        if (columns == 5 + classes) {
            return " (layout yolov5 has this shape, and YOLOX's yolox)";
        }
        if (rows == 4 + classes) {
            return " (layout yolov8 has this shape)";
        }
        if (columns == 6 + maskCoefficients) {
            return " (layout end-to-end has this shape)";
        }
        if (columns == 4 + classes) {
            return " (RT-DETR has this shape, which is not supported: export a YOLO model)";
        }
        if (rows == 5 + classes || columns == 7) {
            return " (oriented boxes have this shape: export weights of task detect in place of obb)";
        }
        if (rows == 4 + classes + KEY_POINTS) {
            return " (models of poses have this shape: export weights of task detect in place of pose)";
        }
        return "";
    }
}
