package io.carriageway.vision.onnx;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.vision.model.ModelCard;
import io.carriageway.vision.model.ModelException;
import io.carriageway.vision.model.ModelRefusedException;
import io.carriageway.vision.model.ModelSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SharedModelTest {

    /** A closed model cannot run, which shows whether it is asked to. */
    @Test
    void aModelLooksOnceInAProcessByEachCard() throws Exception {
        var source = ModelSource.at("classpath:models/tiny-yolov8.onnx");
        var card = source.card();
        var model = SharedModel.acquire(source, card);
        model.proveOnce(source.location(), card);
        model.close();

        assertThatCode(() -> model.proveOnce(source.location(), card)).doesNotThrowAnyException();
        assertThatThrownBy(() -> model.proveOnce(source.location(), card.withConfidenceThreshold(0.9f)))
                .isInstanceOf(ModelException.class);
    }

    @Test
    void aFileThatIsAnotherThanTheCardsIsRefusedForGood() throws Exception {
        assertThatExceptionOfType(ModelRefusedException.class)
                .isThrownBy(() -> acquire("another", "another"))
                .withMessageContainingAll("do not belong together", "No restart helps");
    }

    @Test
    void aFileThatWasCutShortIsReadAgain() throws Exception {
        acquire("cut", null).close();
    }

    @Test
    void aFileThatChangesWhileItIsReadMayBeWholeAfterARestart() {
        assertThatThrownBy(() -> acquire("cut", "cut later"))
                .isExactlyInstanceOf(ModelException.class)
                .hasMessageContaining("A restart reads it again");
    }

    /** A model that has other bytes at each reading; null means the bytes of the card. */
    private static SharedModel acquire(String... readings) throws IOException {
        var whole = ModelSource.at("classpath:models/tiny-yolov8.onnx").carried();
        var next = Arrays.asList(readings).iterator();
        var source = new ModelSource() {
            private static final long serialVersionUID = 1L;

            @Override
            public String location() {
                return "made.onnx";
            }

            @Override
            public ModelCard card() throws IOException {
                return whole.card();
            }

            @Override
            public byte[] bytes() throws IOException {
                var text = next.next();
                return text == null ? whole.bytes() : text.getBytes(StandardCharsets.UTF_8);
            }
        };
        return SharedModel.acquire(source, whole.card());
    }
}
