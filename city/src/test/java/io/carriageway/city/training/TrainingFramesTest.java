package io.carriageway.city.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.city.VisibleVehicle;
import io.carriageway.city.training.TrainingFrames.Order;
import io.carriageway.city.training.TrainingFrames.Weather;
import io.carriageway.city.world.VehicleKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingFramesTest {
    @TempDir
    private Path folder;

    @Test
    void aLabelIsTheTruthsClassCentreAndSizeInSharesOfThePicture() {
        VisibleVehicle bus = new VisibleVehicle("veh-1", VehicleKind.BUS, 64, 48, 192, 240, 1);

        assertThat(TrainingFrames.label(bus)).isEqualTo("3 0.200000 0.300000 0.200000 0.400000");
    }

    @Test
    void everyPictureHasItsLabelsAndNamesItsCameraLightAndWeather() throws IOException {
        TrainingFrames.write(order(folder, 0, 24, Weather.ANY));

        Set<String> images = names("images", ".jpg");
        assertThat(images).hasSize(24).isEqualTo(names("labels", ".txt"));
        assertThat(images)
                .allMatch(name ->
                        name.matches("s5-[01]-cam-0[1-8]-\\d{6}-(day|dusk|night)-(clear|rain|haze|rain-in-haze)"));
        assertThat(labelLines()).isNotEmpty().allMatch(line -> line.matches("[0-4]( (0|1)\\.\\d{6}){4}"));
    }

    @Test
    void aLaterRangeContinuesTheSameSeriesOfFrames() throws IOException {
        TrainingFrames.write(order(folder.resolve("whole"), 0, 20, Weather.ANY));
        TrainingFrames.write(order(folder.resolve("tail"), 17, 3, Weather.ANY));

        try (Stream<Path> tail = Files.list(folder.resolve("tail/images"))) {
            for (Path image : tail.toList()) {
                Path same = folder.resolve("whole/images").resolve(image.getFileName());
                assertThat(same).hasSameBinaryContentAs(image);
            }
        }
    }

    @Test
    void conditionsNameEveryPictureAlsoOfALaterRange() throws IOException {
        TrainingFrames.write(order(folder, 0, 3, Weather.ANY));
        TrainingFrames.write(order(folder, 3, 2, Weather.ANY));

        List<String> lines = Files.readAllLines(folder.resolve("conditions.csv"));
        assertThat(lines).startsWith("image,camera,light,weather").hasSize(6);
        assertThat(lines.subList(1, 6))
                .map(line -> line.split(",", -1))
                .allSatisfy(cells -> assertThat(cells[0]).startsWith(cells[1]).endsWith(cells[2] + "-" + cells[3]))
                .extracting(cells -> cells[0])
                .containsExactlyInAnyOrderElementsOf(names("images", ".jpg"));
        assertThat(folder.resolve("data.yaml")).hasContent("names: [bicycle, car, motorcycle, bus, truck]");
    }

    @Test
    void trainingNeverShowsTheWeatherThatIsWithheld() throws IOException {
        TrainingFrames.write(order(folder.resolve("withheld"), 0, 12, Weather.WITHHELD));
        TrainingFrames.write(order(folder.resolve("trained"), 0, 48, Weather.TRAINED));

        assertThat(weathers("withheld")).containsOnly("rain-in-haze");
        assertThat(weathers("trained")).contains("rain", "haze", "clear").doesNotContain("rain-in-haze");
    }

    private static Order order(Path out, int from, int count, Weather weather) {
        return new Order(out, from, count, 5, true, weather);
    }

    private Set<String> weathers(String kind) throws IOException {
        return Files.readAllLines(folder.resolve(kind).resolve("conditions.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1)[3])
                .collect(Collectors.toSet());
    }

    private Set<String> names(String kind, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(kind))) {
            return files.map(file -> file.getFileName().toString().replace(ending, ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private List<String> labelLines() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("labels"))) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.toList()) {
                text.append(Files.readString(file));
            }
            return text.toString().lines().toList();
        }
    }
}
