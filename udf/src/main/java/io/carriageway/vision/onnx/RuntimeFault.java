package io.carriageway.vision.onnx;

import ai.onnxruntime.OrtException;
import io.carriageway.vision.export.UnsupportedExport;
import java.util.Optional;
import java.util.regex.Pattern;

/** Distinguishes errors of ONNX Runtime that the model's file causes, and that recur, from errors of the machine. */
final class RuntimeFault {

    private static final Pattern MACHINE = Pattern.compile("(?i)alloc|out of memory|pthread|thread pool");
    private static final Pattern VERSION = Pattern.compile("(?i)\\bopset\\b|\\bIR version");
    private static final Pattern SHAPE = Pattern.compile("(?i)reshape|broadcast|dimension|\\bshapes?\\b");
    private static final int LONGEST = 300;

    private RuntimeFault() {}

    /** Why a file cannot be loaded and what helps; empty if the machine may be at fault. */
    static Optional<String> ofFile(Exception failure) {
        if (!(failure instanceof OrtException error) || isOfMachine(error)) {
            return UnsupportedExport.inRefusal(failure.getMessage());
        }
        return UnsupportedExport.inRefusal(error.getMessage())
                .or(() -> advice(error).map(advice -> "ONNX Runtime refuses it. " + advice + " (" + line(error) + ")"));
    }

    /** Whether a run failed because the model does not accept pictures of that shape. */
    static boolean isOfShape(Throwable failure) {
        return failure instanceof OrtException error
                && !isOfMachine(error)
                && (error.getCode() == OrtException.OrtErrorCode.ORT_INVALID_ARGUMENT
                        || SHAPE.matcher(String.valueOf(error.getMessage())).find());
    }

    private static Optional<String> advice(OrtException error) {
        return Optional.ofNullable(
                switch (error.getCode()) {
                    case ORT_INVALID_PROTOBUF, ORT_INVALID_ARGUMENT, ORT_NO_MODEL ->
                        "It is damaged or not ONNX: copy or export it again";
                    case ORT_FAIL, ORT_INVALID_GRAPH, ORT_NOT_IMPLEMENTED ->
                        VERSION.matcher(String.valueOf(error.getMessage())).find()
                                ? "It is of a newer version of ONNX: export it with opset=17"
                                : "ONNX Runtime cannot run its graph: export it again, with opset=17 and"
                                        + " standard operators";
                    default -> null;
                });
    }

    private static boolean isOfMachine(OrtException error) {
        return MACHINE.matcher(String.valueOf(error.getMessage())).find();
    }

    /** The error's text in one line that is safe for a terminal, without the C++ function at its beginning. */
    static String line(Throwable error) {
        String line = String.valueOf(error.getMessage())
                .strip()
                .replaceAll("\\s+", " ")
                .replaceFirst("^Error code - (\\w+) - message: ", "$1: ")
                .replaceFirst("/\\S+:\\d+ \\S.*?\\) (?=[A-Z])", "");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }
}
