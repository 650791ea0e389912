package io.carriageway.vision.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtException.OrtErrorCode;
import org.junit.jupiter.api.Test;

class RuntimeFaultTest {

    private static final String RESHAPE = "Non-zero status code returned while running Reshape node. Name:'/r'\n";

    @Test
    void aMachineThatIsShortOfMemoryIsNoFaultOfTheModel() {
        var full = new OrtException(OrtErrorCode.ORT_FAIL, RESHAPE + "Failed to allocate memory for 8 bytes");
        assertThat(RuntimeFault.ofFile(full)).isEmpty();
        assertThat(RuntimeFault.isOfShape(full)).isFalse();
        assertThat(RuntimeFault.ofFile(new OrtException(OrtErrorCode.ORT_RUNTIME_EXCEPTION, "std::bad_alloc")))
                .isEmpty();
        assertThat(RuntimeFault.ofFile(new IllegalStateException("closed"))).isEmpty();
    }

    @Test
    void aSizeThatTheGraphCannotTakeIsOne() {
        var reshape = new OrtException(
                OrtErrorCode.ORT_RUNTIME_EXCEPTION, RESHAPE + "The input tensor cannot be reshaped to {1,144,6400}");
        assertThat(RuntimeFault.isOfShape(reshape)).isTrue();
        assertThat(RuntimeFault.line(reshape)).doesNotContain("\n");
    }

    @Test
    void aFileThatCannotBeReadOrIsTooNewIsOne() {
        assertThat(RuntimeFault.ofFile(new OrtException(OrtErrorCode.ORT_INVALID_PROTOBUF, "parsing failed")))
                .hasValueSatisfying(text -> assertThat(text).contains("damaged"));
        assertThat(RuntimeFault.ofFile(
                        new OrtException(OrtErrorCode.ORT_FAIL, "Unsupported model IR version: 14, max supported 12")))
                .hasValueSatisfying(text -> assertThat(text).contains("opset=17"));
        assertThat(RuntimeFault.ofFile(new OrtException(
                        OrtErrorCode.ORT_FAIL, "EfficientNMS_TRT(-1) is not a registered function/op")))
                .hasValueSatisfying(text -> assertThat(text).contains("TensorRT"));
    }
}
