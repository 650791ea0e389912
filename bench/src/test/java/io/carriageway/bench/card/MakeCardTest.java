package io.carriageway.bench.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carriageway.vision.OnnxFile;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the embedded model, whose file does not name its classes. */
class MakeCardTest {

    private static final String CLASSES = "bicycle,car,motorcycle,bus,truck";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @BeforeEach
    void copyModel() throws Exception {
        try (var model = getClass().getResourceAsStream("/models/city-nano.onnx")) {
            Files.copy(model, folder.resolve("city.onnx"));
        }
    }

    private void make(String... more) throws Exception {
        var options = new String[more.length + 2];
        options[0] = "--model";
        options[1] = folder.resolve("city.onnx").toString();
        System.arraycopy(more, 0, options, 2, more.length);
        MakeCard.run(CardConfig.from(options), print(shown), print(told));
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    @Test
    void theCardSaysOfTheModelWhatItsOwnCardSays() throws Exception {
        make("--classes", CLASSES);

        JsonNode made = new ObjectMapper().readTree(folder.resolve("city.json").toFile());
        JsonNode own = new ObjectMapper().readTree(getClass().getResourceAsStream("/models/city-nano.json"));
        for (var key : new String[] {
            "layout", "input_width", "input_height", "colour_order", "letterbox", "pad", "classes", "sha256"
        }) {
            assertThat(made.get(key)).as(key).isEqualTo(own.get(key));
        }
        assertThat(made.get("scale").floatValue()).isEqualTo(own.get("scale").floatValue());
        assertThat(made.get("resample").asText()).isEqualTo("area");
        assertThat(shown.toString(StandardCharsets.UTF_8)).isEqualTo(Files.readString(folder.resolve("city.json")));
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("Counted: bicycle, car, motorcycle, bus, truck.", "Not counted: none", "written: ");
    }

    @Test
    void whatNoFileSaysIsSaidToBeAssumed() throws Exception {
        make("--classes", CLASSES);

        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains(
                        "Assumed (not stored in the file)",
                        "colour_order RGB, levels of 0 to 1 (scale), letterbox centre",
                        "Ultralytics");
    }

    @Test
    void aModelWithoutBoxesIsKnownByItsShapeAlone() throws Exception {
        var zeros = new OnnxFile().output("output0", new float[84 * 84], 1, 84, 84);
        Files.write(folder.resolve("city.onnx"), zeros.bytes());
        make();

        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("Layout yolov8, by the shape of the answer alone", "Run make accuracy")
                .contains("stop sign, parking meter, bench, bird, and 65 more.");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        var out = folder.resolve("cards").resolve("city.json");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> make("--classes", CLASSES, "--out", out.toString()))
                .withMessageContaining("make the folder " + out.getParent());
    }

    @Test
    void aCardThatIsThereStays() throws Exception {
        Files.writeString(folder.resolve("city.json"), "mine");

        assertThatThrownBy(() -> make("--classes", CLASSES)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(folder.resolve("city.json")).hasContent("mine");
        make("--classes", CLASSES, "--out", folder.resolve("other.json").toString());
        assertThat(folder.resolve("other.json")).isNotEmptyFile();
    }

    @Test
    void theClassesAreAskedForBecauseTheFileDoesNotSayThem() {
        assertThatIllegalArgumentException()
                .isThrownBy(this::make)
                .withMessageContaining("of which it has 5")
                .withMessageContaining("CLASSES=");
        assertThat(folder.resolve("city.json")).doesNotExist();
    }
}
