package io.carriageway.vision.onnx;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.Map;

/**
 * Finds weights that an ONNX file stores in another file. That file is not sent with a job and not covered by the
 * checksum, and ONNX Runtime would look for it in the working directory of the process. Field numbers are those of
 * onnx.proto3.
 */
final class ExternalWeights {

    /** Messages that may contain a tensor, at any depth. */
    private enum Message {
        MODEL,
        GRAPH,
        NODE,
        ATTRIBUTE,
        FUNCTION,
        SPARSE_TENSOR,
        TENSOR
    }

    private static final Map<Message, Map<Integer, Message>> HELD = Map.of(
            Message.MODEL, Map.of(7, Message.GRAPH, 25, Message.FUNCTION),
            Message.GRAPH, Map.of(1, Message.NODE, 5, Message.TENSOR, 15, Message.SPARSE_TENSOR),
            Message.NODE, Map.of(5, Message.ATTRIBUTE),
            Message.FUNCTION, Map.of(7, Message.NODE, 11, Message.ATTRIBUTE),
            Message.ATTRIBUTE,
                    Map.of(
                            5, Message.TENSOR,
                            6, Message.GRAPH,
                            10, Message.TENSOR,
                            11, Message.GRAPH,
                            22, Message.SPARSE_TENSOR,
                            23, Message.SPARSE_TENSOR),
            Message.SPARSE_TENSOR, Map.of(1, Message.TENSOR, 2, Message.TENSOR),
            Message.TENSOR, Map.of());

    private static final int DATA_LOCATION = 14;
    private static final int EXTERNAL = 1;
    /** Default limit of protocol buffers for nesting. */
    private static final int DEEPEST = 100;

    private ExternalWeights() {}

    /**
     * Whether a tensor is stored outside the file. False for a file that is not ONNX: ONNX Runtime says what is wrong
     * with it.
     */
    static boolean in(byte[] onnx) {
        try {
            return find(CodedInputStream.newInstance(onnx), Message.MODEL, 0);
        } catch (IOException damaged) {
            return false;
        }
    }

    private static boolean find(CodedInputStream file, Message message, int depth) throws IOException {
        for (int tag = file.readTag(); tag != 0; tag = file.readTag()) {
            int field = WireFormat.getTagFieldNumber(tag);
            Message held = HELD.get(message).get(field);
            if (message == Message.TENSOR && field == DATA_LOCATION) {
                if (file.readEnum() == EXTERNAL) {
                    return true;
                }
            } else if (held != null && depth < DEEPEST) {
                int outer = file.pushLimit(file.readRawVarint32());
                if (find(file, held, depth + 1)) {
                    return true;
                }
                file.popLimit(outer);
            } else {
                file.skipField(tag);
            }
        }
        return false;
    }
}
