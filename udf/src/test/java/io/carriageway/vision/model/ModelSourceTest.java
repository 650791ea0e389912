package io.carriageway.vision.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelSourceTest {

    @TempDir
    private Path folder;

    private String modelUri() throws IOException {
        Files.copy(getClass().getResourceAsStream("/models/yolox_nano.json"), folder.resolve("street.json"));
        Path model = Files.writeString(folder.resolve("street.onnx"), "weights");
        return model.toUri().toString();
    }

    @Test
    void aModelIsReadFromAFileAndItsCardFromBesideIt() throws IOException {
        ModelSource source = ModelSource.at(modelUri());

        assertThat(source.card().name()).isEqualTo("yolox-nano");
        assertThat(source.bytes()).asString().isEqualTo("weights");
    }

    @Test
    void aModelIsReadFromTheClassPath() throws IOException {
        assertThat(ModelSource.at("classpath:models/yolox_nano.onnx").card().name())
                .isEqualTo("yolox-nano");
        assertThat(ModelSource.at("classpath:/models/yolox_nano.onnx").card().name())
                .isEqualTo("yolox-nano");
    }

    @Test
    void aCarriedModelIsThereWhereItsFileIsNot() throws Exception {
        ModelSource carried = ModelSource.at(modelUri()).carried();
        Files.delete(folder.resolve("street.onnx"));
        Files.delete(folder.resolve("street.json"));

        ModelSource arrived = InstantiationUtil.clone(carried);

        assertThat(arrived.bytes()).asString().isEqualTo("weights");
        assertThat(arrived.card().name()).isEqualTo("yolox-nano");
    }

    @Test
    void aModelThatIsNotThereIsNamedWithTheReason() {
        assertThatThrownBy(() -> ModelSource.at("classpath:models/none.onnx").card())
                .isInstanceOf(ModelException.class)
                .hasMessage(
                        "Cannot read the model card classpath:models/none.json: models/none.json is not on the class path");
        assertThatThrownBy(() -> ModelSource.at(folder.toUri() + "none.onnx").bytes())
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("none.onnx");
        assertThatThrownBy(() -> ModelSource.at("gopher://host/none.onnx").bytes())
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("gopher");
    }

    @Test
    void aModelWithoutTheSuffixIsAMistakeInTheName() {
        assertThatThrownBy(() -> ModelSource.at("s3://bucket/model.pt").card())
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("does not end in .onnx");
    }
}
