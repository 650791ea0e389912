package io.carriageway.bench.accuracy.label;

import static io.carriageway.vision.VehicleLabel.BICYCLE;
import static io.carriageway.vision.VehicleLabel.BUS;
import static io.carriageway.vision.VehicleLabel.CAR;
import static io.carriageway.vision.VehicleLabel.MOTORCYCLE;
import static io.carriageway.vision.VehicleLabel.TRUCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.carriageway.vision.VehicleLabel;
import io.carriageway.vision.model.ModelCard;
import io.carriageway.vision.model.ModelSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelledPicturesTest {

    /** Classes bicycle, car, motorcycle, bus and truck, in this order. */
    private static final String OWN_MODEL = "classpath:models/city-nano.onnx";

    @TempDir
    private Path folder;

    private void write(String name, String... lines) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, List.of(lines));
    }

    private List<LabelledPicture> read(Map<String, String> aliases) throws IOException {
        ModelCard card = ModelSource.at(OWN_MODEL).card();
        return new LabelledPictures(folder.resolve("images"), folder.resolve("labels")).read(card, aliases);
    }

    private List<VehicleLabel> labels(Map<String, String> aliases) throws IOException {
        return read(aliases).stream()
                .flatMap(picture -> picture.truth().stream())
                .map(TrueVehicle::label)
                .toList();
    }

    /** Reads and fails with all these parts in the message. */
    private void assertRefused(String... parts) {
        assertThatThrownBy(() -> read(Map.of()))
                .isInstanceOf(LabelException.class)
                .message()
                .contains(parts);
    }

    @Test
    void picturesComeByNameWithTheirBoxesInShares() throws IOException {
        write("images/b.png");
        write("images/a.JPG");
        write("images/notes.md");
        write("labels/a.txt");
        write("labels/b.txt", "1 0.5 0.5 0.5 0.25", "", "  3 0.25 0.5 0.5 1  ");

        var pictures = read(Map.of());

        assertThat(pictures)
                .extracting(picture -> picture.file().getFileName())
                .map(Path::toString)
                .containsExactly("a.JPG", "b.png");
        assertThat(pictures.get(0).truth()).isEmpty();
        assertThat(pictures.get(1).truth())
                .containsExactly(
                        new TrueVehicle(CAR, new Box(0.25, 0.375, 0.75, 0.625)),
                        new TrueVehicle(BUS, new Box(0, 0, 0.5, 1)));
    }

    @Test
    void aPictureWithoutLabelsAndLabelsWithoutPictureAreRefused() throws IOException {
        write("images/a.jpg");
        write("images/b.jpg");
        write("labels/a.txt");
        assertRefused("1 of 2 pictures have no label file in", "labels", "b.jpg", "empty label file");

        write("labels/b.txt");
        write("labels/c.txt");
        assertRefused("1 of 3 label files have no picture in", "images", "c.txt", "remove the label file");
    }

    @Test
    void aClassListAmongTheLabelsIsNoLabelFile() throws IOException {
        write("images/a.jpg");
        write("labels/a.txt");
        write("labels/classes.txt", "bicycle");

        assertThat(read(Map.of())).hasSize(1);
    }

    @Test
    void noPictureNoFolderAndTwoPicturesOfOneNameAreRefused() throws IOException {
        assertRefused("images is not a folder", "IMAGES");

        Files.createDirectories(folder.resolve("images"));
        Files.createDirectories(folder.resolve("labels"));
        assertRefused("images has no picture");

        write("images/a.jpg");
        write("images/a.png");
        assertRefused("a.jpg", "a.png have one name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 0.5 0.5 0.5",
                "1 0.5 0.5 0.5 0.5 0.9",
                "car 0.5 0.5 0.5 0.5",
                "1 0.5 0.5 x 0.5",
                "1 0.5 1.5 0.5 0.5",
                "1 -0.5 0.5 0.5 0.5",
                "1 NaN 0.5 0.5 0.5",
                "1 0.5 0.5 0 0.5"
            })
    void aMalformedLineIsNamedWithItsFileAndNumber(String line) throws IOException {
        write("images/a.jpg");
        write("labels/a.txt", "1 0.5 0.5 0.5 0.5", line);

        assertRefused("a.txt:2", line, "class number, centre x, centre y, width, height");
    }

    @Test
    void aClassNumberWithoutNameIsRefused() throws IOException {
        write("images/a.jpg");
        write("labels/a.txt", "5 0.5 0.5 0.5 0.5");

        assertRefused("a.txt:1", "class 5", "[0, 1, 2, 3, 4]", "data.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"labels/data.yaml", "data.yaml"})
    void theNamesOfADatasetAreAListOrAMap(String place) throws IOException {
        write("images/a.jpg");
        write("labels/a.txt", "0 0.5 0.5 0.5 0.5", "1 0.5 0.5 0.5 0.5");

        write(place, "nc: 2", "names: ['truck', 'Car']");
        assertThat(labels(Map.of())).containsExactly(TRUCK, CAR);

        write(place, "names:", "- bus", "- bicycle");
        assertThat(labels(Map.of())).containsExactly(BUS, BICYCLE);

        write(place, "names:", "  1: motorcycle", "  0: car");
        assertThat(labels(Map.of())).containsExactly(CAR, MOTORCYCLE);
    }

    @Test
    void aNameThatIsNoVehicleMustBeSaidToBeOneOrNone() throws IOException {
        write("images/a.jpg");
        write("labels/a.txt", "0 0.5 0.5 0.5 0.5", "1 0.5 0.5 0.5 0.5", "2 0.5 0.5 0.5 0.5");
        write("data.yaml", "names: [van, car, person]");

        assertRefused("data.yaml", "[person, van]", "ALIASES");
        assertThat(labels(Map.of("van", "truck", "person", "none"))).containsExactly(TRUCK, CAR);
    }

    @Test
    void anAliasForANameThatIsNotThereIsRefused() throws IOException {
        write("images/a.jpg");
        write("labels/a.txt");
        write("data.yaml", "names: [bike]");

        assertThatThrownBy(() -> read(Map.of("bike", "bicycle", "bikes", "bicycle")))
                .hasMessageContainingAll("[bikes]", "data.yaml", "[bike]");
    }

    @Test
    void aDatasetWithoutUsableNamesIsRefused() throws IOException {
        write("images/a.jpg");
        write("labels/a.txt");

        write("data.yaml", "nc: 3");
        assertRefused("data.yaml has no names");
        write("data.yaml", "names: {first: car}");
        assertRefused("'first' in names is not a class number");
        write("data.yaml", "names: [car");
        assertRefused("data.yaml is not valid YAML");
    }

    @Test
    void conditionsAreSplitColumnsAndTheLastRowOfAPictureWins() throws IOException {
        write("images/a.jpg");
        write("images/b.jpg");
        write("labels/a.txt");
        write("labels/b.txt");
        write("conditions.csv", "image,light, weather", "a,day,clear", "gone,day,clear", "", "a,night,rain");

        var pictures = read(Map.of());

        assertThat(pictures.get(0).conditions()).containsExactly(entry("light", "night"), entry("weather", "rain"));
        assertThat(pictures.get(1).conditions())
                .containsExactly(entry("light", "unknown"), entry("weather", "unknown"));

        write("labels/conditions.csv", "image,mast", "a,7", "b,8");
        assertThat(read(Map.of()))
                .extracting(LabelledPicture::conditions)
                .containsExactly(Map.of("mast", "7"), Map.of("mast", "8"));
    }

    @Test
    void aWrongConditionTableIsRefused() throws IOException {
        write("images/a.jpg");
        write("labels/a.txt");

        write("conditions.csv", "name,light");
        assertRefused("conditions.csv:1", "header", "image");
        write("conditions.csv", "image,light", "a,day,clear");
        assertRefused("conditions.csv:2", "3 cells", "2");
    }
}
