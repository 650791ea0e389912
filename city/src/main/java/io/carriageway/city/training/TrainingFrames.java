package io.carriageway.city.training;

import io.carriageway.city.City;
import io.carriageway.city.CityFrame;
import io.carriageway.city.CityOptions;
import io.carriageway.city.VisibleVehicle;
import io.carriageway.city.render.View;
import io.carriageway.city.world.Conditions;
import io.carriageway.city.world.Dice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Writes labelled frames for a detector to learn from: images/*.jpg, and labels/*.txt in YOLO's text form. With random
 * cameras every few frames come from another city, so the detector meets the whole family of poses, streets and
 * vehicles and not eight views by heart.
 *
 * <p>Arguments: --out DIR --count N --seed S [--cameras city|random] [--from I], where frame I of a seed is always the
 * same frame, so a later range is fresh data.
 */
public final class TrainingFrames {
    private static final long INSTANT = 701;
    private static final int FRAMES_PER_RANDOM_CAMERA = 2;
    /** Random instants are drawn from so many frames per camera: four months of city time. */
    private static final int SLOTS = 5_000_000;

    private final Path images;
    private final Path labels;
    private final long seed;
    private final boolean randomCameras;

    private TrainingFrames(Path out, long seed, boolean randomCameras) throws IOException {
        this.images = Files.createDirectories(out.resolve("images"));
        this.labels = Files.createDirectories(out.resolve("labels"));
        this.seed = seed;
        this.randomCameras = randomCameras;
    }

    public static void main(String[] args) throws IOException {
        String cameras = argument(args, "--cameras", "city");
        if (!List.of("city", "random").contains(cameras)) {
            throw new IllegalArgumentException("--cameras is city or random, not " + cameras);
        }
        write(
                Path.of(argument(args, "--out", "frames")),
                Integer.parseInt(argument(args, "--from", "0")),
                Integer.parseInt(argument(args, "--count", "1000")),
                Long.parseLong(argument(args, "--seed", "1")),
                cameras.equals("random"));
    }

    static void write(Path out, int from, int count, long seed, boolean randomCameras) throws IOException {
        TrainingFrames frames = new TrainingFrames(out, seed, randomCameras);
        int cityNumber = frames.cityNumber(from);
        City city = frames.city(cityNumber);
        for (int i = from; i < from + count; i++) {
            int wanted = frames.cityNumber(i);
            if (wanted != cityNumber) {
                cityNumber = wanted;
                city = frames.city(cityNumber);
            }
            frames.writeOne(city, i);
        }
    }

    private int cityNumber(int frame) {
        return randomCameras ? frame / (CityOptions.defaults().cameras() * FRAMES_PER_RANDOM_CAMERA) : 0;
    }

    private City city(int number) {
        CityOptions options = CityOptions.defaults().withSeed(seed);
        return City.of(randomCameras ? options.withSeed(Dice.of(seed, number).roll()) : options);
    }

    private void writeOne(City city, int number) throws IOException {
        int cameras = city.cameras().size();
        long slot = Dice.of(seed, INSTANT, number).below(SLOTS);
        long index = slot * cameras + number % cameras;
        CityFrame frame = city.frame(index);
        Conditions conditions = city.conditions(index);
        String name = String.format(
                Locale.ROOT,
                "%s-s%d-%06d-%s-%s",
                frame.frame().getCameraId(),
                seed,
                number,
                conditions.light(),
                conditions.weather());
        StringBuilder text = new StringBuilder();
        for (VisibleVehicle vehicle : frame.truth()) {
            text.append(label(vehicle)).append('\n');
        }
        Files.writeString(labels.resolve(name + ".txt"), text); // first, so that a picture that is there has its labels
        Files.write(images.resolve(name + ".jpg"), frame.frame().getImage().array());
    }

    /** Class, centre and size of a box in shares of the picture. */
    @SuppressWarnings("EnumOrdinal") // the kinds stand in the order of the model's classes
    static String label(VisibleVehicle vehicle) {
        return String.format(
                Locale.ROOT,
                "%d %.6f %.6f %.6f %.6f",
                vehicle.kind().ordinal(),
                (vehicle.xMin() + vehicle.xMax()) / 2 / View.WIDTH,
                (vehicle.yMin() + vehicle.yMax()) / 2 / View.HEIGHT,
                (vehicle.xMax() - vehicle.xMin()) / View.WIDTH,
                (vehicle.yMax() - vehicle.yMin()) / View.HEIGHT);
    }

    private static String argument(String[] args, String name, String otherwise) {
        for (int i = 0; i + 1 < args.length; i += 2) {
            if (args[i].equals(name)) {
                return args[i + 1];
            }
        }
        return otherwise;
    }
}
