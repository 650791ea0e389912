package io.carriageway.bench.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CardConfigTest {

    @Test
    void theCardLiesBesideTheModelUnderItsName() throws Exception {
        var options = CardConfig.from("--model", "/models/my model (2).onnx");

        assertThat(options.card()).isEqualTo(Path.of("/models/my model (2).json"));
        assertThat(options.name()).isEqualTo("my-model-2-");
        assertThat(options.canvas()).isEmpty();
        assertThat(options.classes()).isEmpty();
    }

    @Test
    void whatTheOwnerSaysIsRead() throws Exception {
        var options = CardConfig.from(
                "--model",
                "m.onnx",
                "--size",
                "640x384",
                "--classes",
                "van, car",
                "--aliases",
                "van=truck",
                "--out",
                "/cards/m.json");

        assertThat(options.canvas()).containsExactly(640, 384);
        assertThat(options.classes()).containsExactly("van", "car");
        assertThat(options.aliases()).isEqualTo(Map.of("van", "truck"));
        assertThat(options.card()).isEqualTo(Path.of("/cards/m.json"));
    }

    @Test
    void whatMakesNoSenseIsNamed() {
        assertWrong("yolo export model=m.pt format=onnx", "--model", "m.pt");
        assertWrong("MODEL", "--model", "m.engine");
        assertWrong("SIZE", "--model", "m.onnx", "--size", "640");
        assertWrong("ALIASES", "--model", "m.onnx", "--aliases", "van=lorry");
    }

    private static void assertWrong(String name, String... options) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CardConfig.from(options))
                .withMessageContaining(name);
    }
}
