package io.carriageway.vision.layout;

import io.carriageway.vision.model.ModelCard;

/** Names models that have an unexpected shape, by the number of their classes. */
public final class ShapeHint {

    /** Numbers of the 17 key points of a person in COCO: x, y and visibility. */
    private static final int KEY_POINTS = 17 * 3;

    /** Most boxes of an answer after suppression; more boxes are one for each cell. */
    private static final int MOST_CHOSEN = 1_000;

    private static final String ORIENTED =
            " (oriented boxes have this shape: export weights of task detect instead of obb";

    private ShapeHint() {}

    /** Text to append to the message; empty if the shape gives no hint. */
    static String of(RawAnswer answer, ModelCard card) {
        return of(
                answer.side(1),
                answer.side(2),
                answer.maskCoefficients(),
                card.classes().size());
    }

    /** The same for [1, rows, columns]; {@code ofClasses} is 0 if the number of classes is not known. */
    public static String of(long rows, long columns, int maskCoefficients, int ofClasses) {
        var withMasks = ofKind(rows, columns, maskCoefficients, ofClasses);
        return withMasks.isEmpty() && maskCoefficients > 0 ? ofKind(rows, columns, 0, ofClasses) : withMasks;
    }

    private static String ofKind(long rows, long columns, int maskCoefficients, int ofClasses) {
        if (columns == 4 || rows == 4 || (columns == 5 && ofClasses != 1)) {
            return " (boxes whose scores or classes are another output have this shape: export it with one joined output)";
        }
        long classes = ofClasses + (long) maskCoefficients;
        var layout = ofClasses > 0 ? ofLayout(rows, columns, classes) : "";
        if (!layout.isEmpty()) {
            return layout;
        }
        if (columns == 6 + maskCoefficients) {
            return rows > MOST_CHOSEN
                    ? " (layout end-to-end has this shape, and the export of DeepStream-Yolo, which is not supported:"
                            + " export it as its training code does)"
                    : " (layout end-to-end has this shape)";
        }
        return columns == 7 + maskCoefficients ? ORIENTED + ")" : "";
    }

    private static String ofLayout(long rows, long columns, long classes) {
        if (columns == 5 + classes) {
            return columns == 7 && rows <= MOST_CHOSEN
                    ? ORIENTED + "; layout yolov5 has it too)"
                    : " (layout yolov5 has this shape, and YOLOX's yolox)";
        }
        if (rows == 4 + classes) {
            return " (layout yolov8 has this shape)";
        }
        if (columns == 4 + classes) {
            return rows <= MOST_CHOSEN
                    ? " (RT-DETR has this shape, which is not supported: export a YOLO model)"
                    : " (layout yolov8 has this shape with rows and columns exchanged: export it without transposing)";
        }
        if (rows == 5 + classes) {
            return ORIENTED + "; layout yolov8 has it with one class more)";
        }
        return rows == 4 + classes + KEY_POINTS
                ? " (models of poses have this shape: export weights of task detect instead of pose)"
                : "";
    }
}
