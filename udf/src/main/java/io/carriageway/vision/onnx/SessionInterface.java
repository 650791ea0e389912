package io.carriageway.vision.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.carriageway.vision.export.ModelInterface;
import io.carriageway.vision.export.ModelPort;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Reads the inputs, outputs and metadata of a loaded model. */
final class SessionInterface {

    private SessionInterface() {}

    static ModelInterface of(OrtSession session) throws OrtException {
        return new ModelInterface(
                ports(session.getInputInfo().values()),
                ports(session.getOutputInfo().values()),
                session.getMetadata().getCustomMetadata());
    }

    private static List<ModelPort> ports(Collection<NodeInfo> nodes) {
        return nodes.stream().map(SessionInterface::port).toList();
    }

    /** Describes an input or output; a sequence or a map has neither numbers nor a shape. */
    private static ModelPort port(NodeInfo node) {
        return node.getInfo() instanceof TensorInfo tensor
                ? new ModelPort(
                        node.getName(),
                        tensor.type.name(),
                        Arrays.stream(tensor.getShape()).boxed().toList())
                : new ModelPort(node.getName(), node.getInfo().getClass().getSimpleName(), List.of());
    }
}
