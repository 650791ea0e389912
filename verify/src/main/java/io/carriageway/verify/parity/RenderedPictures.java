package io.carriageway.verify.parity;

import io.carriageway.city.City;
import io.carriageway.verify.camera.CityWithFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The pictures of a city, rendered once and then read from a folder. */
record RenderedPictures(Path folder) {

    private static final int A_MINUTE = 4;

    List<byte[]> of(City city, Duration length) throws IOException {
        int count = Math.toIntExact(length.toMinutes() * A_MINUTE);
        if (!Files.isDirectory(folder)) {
            render(city, count);
        }
        var pictures = new ArrayList<byte[]>();
        for (int i = 0; i < count; i++) {
            pictures.add(Files.readAllBytes(picture(folder, i)));
        }
        return List.copyOf(pictures);
    }

    /** Written under another name until all pictures are complete. */
    private void render(City city, int count) throws IOException {
        var parts = Files.createDirectories(folder.resolveSibling(folder.getFileName() + ".part"));
        var pictures = CityWithFaults.pictures(city, count);
        for (int i = 0; i < count; i++) {
            Files.write(picture(parts, i), pictures.get(i));
        }
        Files.move(parts, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path picture(Path folder, int number) {
        return folder.resolve(number + ".jpg");
    }
}
