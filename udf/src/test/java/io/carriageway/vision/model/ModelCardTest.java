package io.carriageway.vision.model;

import static io.carriageway.vision.VehicleLabel.BICYCLE;
import static io.carriageway.vision.VehicleLabel.BUS;
import static io.carriageway.vision.VehicleLabel.CAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.vision.input.ColourOrder;
import io.carriageway.vision.input.Placement;
import io.carriageway.vision.input.Resample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCardTest {

    private static final String SHA256 = "0123456789abcdef".repeat(4);
    private static final String CARD =
            """
            {"name": "city-nano", "layout": "yolov8", "input_width": 320, "input_height": 256, "colour_order": "RGB",
             "scale": 0.00392157, "letterbox": "centre", "pad": 114, "classes": ["bike", "person", "car", "bus"],
             "aliases": {"bike": "bicycle"}, "confidence_threshold": 0.3,
             "confidence_threshold_by_label": {"bus": 0.45}, "iou_threshold": 0.5,
             "agnostic_iou_threshold": 0.7, "sha256": "%s"}
            """
                    .formatted(SHA256);

    private static ModelCard parse(String json) throws IOException {
        return ModelCardFile.parse(json.getBytes(StandardCharsets.UTF_8), "models/some.json");
    }

    @Test
    void aCompleteCardIsReadAsItIsWritten() throws IOException {
        assertThat(parse(CARD))
                .isEqualTo(new ModelCard(
                        "city-nano",
                        Layout.YOLOV8,
                        320,
                        256,
                        ColourOrder.RGB,
                        0.00392157f,
                        Placement.CENTRE,
                        114,
                        Resample.BILINEAR,
                        List.of("bike", "person", "car", "bus"),
                        Map.of("bike", "bicycle"),
                        0.3f,
                        Map.of("bus", 0.45f),
                        0.5f,
                        0.7f,
                        SHA256));
    }

    /** Two ways of counting with one file must never share a name. */
    @Test
    void aResampleOtherThanBilinearIsInTheIdOfTheModel() throws IOException {
        String area = CARD.replace("\"pad\": 114", "\"pad\": 114, \"resample\": \"area\"");

        assertThat(parse(CARD).modelId()).isEqualTo("city-nano@0123456789ab");
        assertThat(parse(area.replace("area", "bilinear"))).isEqualTo(parse(CARD));
        assertThat(parse(area).modelId()).isEqualTo("city-nano@0123456789ab+area");
        assertThat(parse(area).input().resample()).isEqualTo(Resample.AREA);
        assertThat(parse(CARD).withResample(Resample.AREA)).isEqualTo(parse(area));
        assertThat(parse(area).withConfidenceThreshold(0.01f).resample()).isEqualTo(Resample.AREA);
    }

    @Test
    void aCardThatIsWrittenIsReadAsItWas() throws IOException {
        assertThat(parse(ModelCardFile.text(parse(CARD)))).isEqualTo(parse(CARD));
        assertThat(ModelCardFile.text(parse(CARD)))
                .contains("\"layout\" : \"yolov8\"", "\"letterbox\" : \"centre\"", "\"scale\" : 0.00392157");
    }

    @Test
    void anotherThresholdLeavesTheRestOfTheCardAsItIs() throws IOException {
        assertThat(parse(CARD).withConfidenceThreshold(0.01f))
                .isEqualTo(parse(CARD.replace("\"confidence_threshold\": 0.3", "\"confidence_threshold\": 0.01")
                        .replace("{\"bus\": 0.45}", "{}")));
    }

    @Test
    void aKindOfVehicleMayHaveAThresholdOfItsOwn() throws IOException {
        ModelCard card = parse(CARD);

        assertThat(card.confidenceThreshold(BUS)).isEqualTo(0.45f);
        assertThat(card.confidenceThreshold(CAR)).isEqualTo(0.3f);
        assertThat(card.lowestConfidenceThreshold()).isEqualTo(0.3f);
        assertThat(parse(CARD.replace("0.45", "0.2")).lowestConfidenceThreshold())
                .isEqualTo(0.2f);
    }

    @Test
    void aThresholdOfNoKindOfVehicleIsRefused() {
        assertThatThrownBy(() -> parse(CARD.replace("{\"bus\": 0.45}", "{\"bike\": 0.45}")))
                .hasMessageContaining("confidence_threshold_by_label must be");
        assertThatThrownBy(() -> parse(CARD.replace("0.45", "1.5")))
                .hasMessageContaining("confidence_threshold_by_label must be");
    }

    @Test
    void theModelIdIsTheNameAndTwelveDigitsOfTheFile() throws IOException {
        assertThat(parse(CARD).modelId()).isEqualTo("city-nano@0123456789ab");
    }

    @Test
    void classesBecomeVehiclesByNameOrAliasAndOthersAreNone() throws IOException {
        assertThat(parse(CARD).labels()).containsExactly(BICYCLE, null, CAR, BUS);
    }

    @Test
    void aliasesAndTheSecondSuppressionAreOptional() throws IOException {
        ModelCard card = parse(CARD.replace("\"aliases\": {\"bike\": \"bicycle\"},", "")
                .replace("\"agnostic_iou_threshold\": 0.7", "\"agnostic_iou_threshold\": null"));

        assertThat(card.aliases()).isEmpty();
        assertThat(card.agnosticIouThreshold()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "layout",
                "input_width",
                "input_height",
                "colour_order",
                "scale",
                "letterbox",
                "pad",
                "classes",
                "confidence_threshold",
                "iou_threshold",
                "sha256"
            })
    void aMissingKeyIsNamed(String key) {
        assertWrong(withoutKey(key), "models/some.json", key);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"city-nano\"       | \"city@nano\"              | name must be",
                "\"yolov8\"          | \"yolov4\"                 | yolov4",
                "\"input_width\": 320| \"input_width\": 330       | input_width must be a multiple of 32",
                "\"input_width\": 320| \"input_width\": 320.5     | input_width",
                "\"input_width\": 320| \"input_width\": \"320\"   | input_width",
                "\"input_width\": 320| \"input_width\": null      | input_width",
                "\"input_height\": 256| \"input_height\": 0       | input_height must be",
                "\"RGB\"             | \"rgb\"                    | RGB",
                "\"RGB\"             | null                       | colour_order must be",
                "\"RGB\"             | 1                          | ColourOrder",
                "0.00392157          | 0                          | scale must be above 0",
                "\"centre\"          | \"center\"                 | top-left",
                "114                 | 256                        | pad must be 0 to 255",
                "0.3                 | 1.5                        | confidence_threshold must be",
                "0.5                 | 0                          | iou_threshold must be",
                "0.7                 | 7                          | agnostic_iou_threshold must be",
                "\"bike\": \"bicycle\"| \"bike\": \"velo\"        | aliases must be to bicycle, car",
                "\"bike\": \"bicycle\"| \"bkie\": \"bicycle\"     | aliases must be from names",
                "[\"bike\", \"person\", \"car\", \"bus\"], \"aliases\": {\"bike\": \"bicycle\"}| [\"person\"], \"aliases\": {} | classes must be",
                "0123                | 0X23                       | sha256 must be",
                "\"pad\": 114        | \"pad\": 114, \"pad\": 0   | Duplicate field 'pad'",
                "\"pad\": 114        | \"pad\": 114, \"padd\": 1  | padd",
                "\"pad\": 114        | \"pad\": 114, \"resample\": \"AREA\" | [bilinear, area]",
            })
    void aValueThatMakesNoSenseIsNamed(String right, String wrong, String complaint) {
        assertThat(CARD.replaceAll("\\s+", " ")).contains(right);
        assertWrong(CARD.replaceAll("\\s+", " ").replace(right, wrong), complaint, "models/some.json");
    }

    /** The name becomes part of model_id, which has a column. */
    @Test
    void aNameHasAtMost128Characters() throws IOException {
        assertThat(parse(CARD.replace("city-nano", "n".repeat(128))).modelId()).hasSize(141);
        assertWrong(CARD.replace("city-nano", "n".repeat(129)), "name must be 1 to 128");
    }

    @Test
    void whatIsNoJsonOrMoreThanOneIsWrong() {
        assertWrong("", "models/some.json");
        assertWrong("null", "models/some.json");
        assertWrong("<html>", "models/some.json");
        assertWrong(CARD + "{}", "models/some.json");
    }

    private static String withoutKey(String key) {
        return CARD.replaceAll("\\s+", " ")
                .replaceFirst("\"" + key + "\": (\\[[^\\]]*\\]|\"[^\"]*\"|[0-9.]+)(, |(?=\\}))", "")
                .replace(", }", "}");
    }

    private static void assertWrong(String json, String... complaints) {
        assertThatThrownBy(() -> parse(json)).isInstanceOf(ModelException.class).hasMessageContainingAll(complaints);
    }
}
