package io.carriageway.vision.onnx;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.vision.model.ModelException;
import io.carriageway.vision.model.ModelSource;
import org.junit.jupiter.api.Test;

class SharedModelTest {

    /** A model that is closed cannot look: so it is seen whether it is asked to. */
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
}
