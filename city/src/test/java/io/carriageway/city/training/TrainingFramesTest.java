package io.carriageway.city.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.city.VisibleVehicle;
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
        TrainingFrames.write(folder, 0, 24, 5, true);

        Set<String> images = names("images", ".jpg");
        assertThat(images).hasSize(24).isEqualTo(names("labels", ".txt"));
        assertThat(images).allMatch(name -> name.matches("cam-0[1-8]-s5-\\d{6}-(day|dusk|night)-(clear|rain|haze)"));
        assertThat(labelLines()).isNotEmpty().allMatch(line -> line.matches("[0-4]( (0|1)\\.\\d{6}){4}"));
    }

    @Test
    void aLaterRangeContinuesTheSameSeriesOfFrames() throws IOException {
        TrainingFrames.write(folder.resolve("whole"), 0, 20, 5, true);
        TrainingFrames.write(folder.resolve("tail"), 17, 3, 5, true);

        try (Stream<Path> tail = Files.list(folder.resolve("tail/images"))) {
            for (Path image : tail.toList()) {
                Path same = folder.resolve("whole/images").resolve(image.getFileName());
                assertThat(same).hasSameBinaryContentAs(image);
            }
        }
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
