package io.carriageway.vision.export;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Recognises models that cannot run here. Its messages say in one line what the model is and which export flag helps.
 */
public final class UnsupportedExport {

    private static final String TASK_HINT =
            "Export weights of a detector (task detect or segment, such as yolo11n.pt), because its boxes are counted";
    private static final String SUPPRESSION_HINT =
            "Export it without: Ultralytics nms=False, YOLOv7 without --end2end and --include-nms";

    private UnsupportedExport() {}

    /** What the model is and what to do; empty if it may be a detector that can run. */
    public static Optional<String> in(ModelInterface model) {
        return Optional.ofNullable(fault(model));
    }

    /** What to do if the runtime refuses a file with a message about a plug-in of TensorRT. */
    public static Optional<String> inRefusal(String message) {
        boolean plugIn = message != null && message.matches("(?s).*(EfficientNMS|BatchedNMS|_TRT\\b).*");
        return plugIn
                ? Optional.of("it has a suppression plug-in of TensorRT in its graph. " + SUPPRESSION_HINT)
                : Optional.empty();
    }

    private static String fault(ModelInterface model) {
        if (model.inputs().size() != 1) {
            return "it takes " + model.inputs().size() + " inputs " + model.inputs()
                    + ", and not one picture. Export the detector alone, without sizes or post-processing as inputs";
        }
        var fault = faultOfInput(model.input());
        if (fault == null) {
            fault = faultOfTask(model.metadata().getOrDefault("task", "detect"));
        }
        return fault == null ? faultOfOutputs(model.outputs()) : fault;
    }

    private static String faultOfInput(ModelPort input) {
        if (input.type().equals("UINT8")) {
            return "its input " + input + " is of 8-bit pixels (uint8), so its pre-processing is in the graph."
                    + " Export it with a float input: without a step that adds pre- or post-processing";
        }
        if (!input.isFloat()) {
            return "its input " + input + " is not of floats. Export it with 32-bit floats, or with half=True";
        }
        if (input.sides().size() != 4) {
            return "its input " + input + " is no picture [batch, 3, height, width]. Export a detector of pictures";
        }
        if (input.side(3) == 3 && input.side(1) != 3) {
            return "its input " + input + " is laid out as NHWC, colours last. Export it as NCHW: tf2onnx"
                    + " --inputs-as-nchw " + input.name() + ", or directly to ONNX instead of TensorFlow";
        }
        if (input.side(1) != 3 && input.side(1) != -1) {
            return "its input " + input + " has " + input.side(1)
                    + " planes instead of 3 colours. Export a model that was trained on colour pictures (channels=3)";
        }
        return null;
    }

    private static String faultOfTask(String task) {
        return switch (task.strip().toLowerCase(Locale.ROOT)) {
            case "pose" -> "it is a model of poses (task pose), whose boxes are of persons. " + TASK_HINT;
            case "obb" -> "it is a model of oriented boxes (OBB, task obb). " + TASK_HINT;
            case "classify" -> "it classifies whole pictures (task classify). " + TASK_HINT;
            // exporters name the task of detection differently; the layout shows it
            default -> null;
        };
    }

    private static String faultOfOutputs(List<ModelPort> outputs) {
        boolean suppresses = outputs.stream()
                .map(output -> output.name().toLowerCase(Locale.ROOT))
                .anyMatch(
                        name -> name.startsWith("num_det") || name.contains("det_box") || name.contains("detection_"));
        boolean rows = outputs.stream().anyMatch(output -> output.sides().size() == 2 && output.side(1) == 7);
        if (suppresses || rows) {
            return "it has a suppression plug-in (NMS) behind its boxes, with outputs " + outputs + ". "
                    + SUPPRESSION_HINT;
        }
        var boxes = outputs.stream().filter(ModelPort::isBoxes).toList();
        if (boxes.isEmpty()) {
            return "none of its outputs " + outputs + " is of floats with three sides, as detectors have. Export a"
                    + " YOLO detector whose boxes are joined in one output (YOLOv7 with --grid)";
        }
        boolean four = hasFourAlone(boxes.get(0)) || (boxes.size() == 2 && hasFourAlone(boxes.get(1)));
        if ((boxes.size() > 1 && four) || outputs.stream().anyMatch(UnsupportedExport::isListOfBoxes)) {
            return "its boxes and scores are two outputs " + outputs
                    + ". Export it with one joined output, as Ultralytics and YOLOX do";
        }
        return null;
    }

    /** Whether it is [batch, boxes, 1, 4], as the boxes of YOLOv4 are, whose scores are another output. */
    private static boolean isListOfBoxes(ModelPort output) {
        return output.sides().size() == 4 && output.side(2) == 1 && output.side(3) == 4;
    }

    /** Whether it has the four numbers of each box and no scores. Such outputs may follow a joined one. */
    private static boolean hasFourAlone(ModelPort output) {
        return output.side(1) == 4 || output.side(2) == 4;
    }
}
