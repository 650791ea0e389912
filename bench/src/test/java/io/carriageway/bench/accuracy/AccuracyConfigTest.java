package io.carriageway.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.bench.accuracy.label.LabelledPictures;
import io.carriageway.vision.input.Resample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccuracyConfigTest {

    private static AccuracyConfig options(String... more) throws IOException {
        var args = new ArrayList<>(List.of("--images", "/frames/images", "--labels", "/frames/labels"));
        args.addAll(List.of(more));
        return AccuracyConfig.from(args.toArray(String[]::new));
    }

    @Test
    void withoutMoreTheEmbeddedModelIsMeasured() throws IOException {
        var options = options();

        assertThat(options.model()).isEqualTo("classpath:models/city-nano.onnx");
        assertThat(options.pictures())
                .isEqualTo(new LabelledPictures(Path.of("/frames/images"), Path.of("/frames/labels")));
        assertThat(options.card()).isEmpty();
        assertThat(options.resample()).isEmpty();
        assertThat(options.out()).isEmpty();
        assertThat(options.aliases()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/models/my model.onnx, file:/models/my model.onnx",
        "file:/models/x.onnx, file:/models/x.onnx",
        "s3://bucket/x.onnx, s3://bucket/x.onnx",
        "classpath:x.onnx, classpath:x.onnx"
    })
    void aModelIsAFileOrAnAddress(String given, String address) throws IOException {
        assertThat(options("--model", given).model()).isEqualTo(address);
        assertThat(options("--card", given).card()).hasValue(address);
    }

    @Test
    void picturesMayBeScaledInAnotherWayThanTheCardSays() throws IOException {
        assertThat(options("--resample", "area").resample()).hasValue(Resample.AREA);
    }

    @Test
    void aliasesSayWhatNamesMean() throws IOException {
        assertThat(options("--aliases", "bike=bicycle, van=truck,person=none").aliases())
                .isEqualTo(Map.of("bike", "bicycle", "van", "truck", "person", "none"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bike", "bike=bycicle", "bike=bicycle=car"})
    void anAliasThatSaysNothingIsRefused(String aliases) {
        assertThatThrownBy(() -> options("--aliases", aliases))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ALIASES")
                .hasMessageContaining("none");
    }

    @Test
    void labelsMustBeNamed() {
        assertThatThrownBy(() -> AccuracyConfig.from("--images", "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("LABELS=dir");
        assertThatThrownBy(() -> options("--resample", "cubic")).hasMessage("RESAMPLE must be area or bilinear");
    }
}
