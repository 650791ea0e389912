package io.carriageway.vision.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import io.carriageway.vision.OnnxFile;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ExternalWeightsTest {

    private static final UnknownFieldSet EXTERNAL =
            UnknownFieldSet.newBuilder().mergeVarintField(14, 1).build();

    /** Message in message, the outermost field first. */
    private static byte[] within(UnknownFieldSet innermost, int... fields) {
        var message = innermost;
        for (int at = fields.length - 1; at >= 0; at--) {
            var held = Field.newBuilder().addLengthDelimited(message.toByteString());
            message = UnknownFieldSet.newBuilder()
                    .addField(fields[at], held.build())
                    .build();
        }
        return message.toByteArray();
    }

    @Test
    void aTensorInAnotherFileIsFoundWhereverItIs() {
        assertThat(ExternalWeights.in(within(EXTERNAL, 7, 5))).as("initializer").isTrue();
        assertThat(ExternalWeights.in(within(EXTERNAL, 7, 15, 1))).as("sparse").isTrue();
        assertThat(ExternalWeights.in(within(EXTERNAL, 7, 1, 5, 5)))
                .as("constant")
                .isTrue();
        assertThat(ExternalWeights.in(within(EXTERNAL, 7, 1, 5, 6, 5)))
                .as("branch of an If")
                .isTrue();
        assertThat(ExternalWeights.in(within(EXTERNAL, 25, 7, 5, 5)))
                .as("function")
                .isTrue();
    }

    @Test
    void aWholeFileHasNoneNorHasADamagedOne() {
        byte[] whole = new OnnxFile().output("o", new float[8], 1, 8, 1).bytes();
        assertThat(ExternalWeights.in(whole)).isFalse();
        assertThat(ExternalWeights.in(Arrays.copyOf(whole, whole.length - 5))).isFalse();
        var inside = UnknownFieldSet.newBuilder().mergeVarintField(14, 0).build();
        assertThat(ExternalWeights.in(within(inside, 7, 5))).isFalse();
    }
}
