package io.carriageway.city.training;

import io.carriageway.city.City;
import io.carriageway.city.CityConfig;
import io.carriageway.city.CityFrame;
import io.carriageway.city.VisibleVehicle;
import io.carriageway.city.render.View;
import io.carriageway.city.world.Conditions;
import io.carriageway.city.world.SeededRandom;
import io.carriageway.city.world.VehicleKind;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Writes labelled frames to train or measure a detector: images/*.jpg, labels/*.txt in YOLO's text form, data.yaml with
 * the names of the classes, conditions.csv with each frame's camera, light and weather. With random cameras every few
 * frames come from another city, so that the detector sees many poses, streets and vehicles and does not memorise eight
 * views.
 *
 * <p>Arguments: --out DIR --count N --seed S [--cameras city|random] [--weather any|trained|withheld] [--from I], where
 * frame I of a seed is always the same frame, so a later range is fresh data.
 */
public final class TrainingFrames {
    private static final long INSTANT = 701;
    private static final int FRAMES_PER_RANDOM_CAMERA = 2;
    /** Random instants are chosen among this many frames per camera: four months of city time. */
    private static final int SLOTS = 5_000_000;

    /** What to write: frames {@code from} to {@code from + count} of a seed. */
    record Order(Path out, int from, int count, long seed, boolean randomCameras, Weather weather) {}

    /** Training never shows rain and haze at once, so that a detector can be measured in weather that is new to it. */
    enum Weather {
        ANY(conditions -> true),
        TRAINED(conditions -> !conditions.rainInHaze()),
        WITHHELD(Conditions::rainInHaze);

        private final Predicate<Conditions> allows;

        Weather(Predicate<Conditions> allows) {
            this.allows = allows;
        }
    }

    private final Order order;
    private final Path images;
    private final Path labels;

    private TrainingFrames(Order order) throws IOException {
        this.order = order;
        this.images = Files.createDirectories(order.out.resolve("images"));
        this.labels = Files.createDirectories(order.out.resolve("labels"));
    }

    public static void main(String[] args) throws IOException {
        write(new Order(
                Path.of(argument(args, "--out", "frames")),
                Integer.parseInt(argument(args, "--from", "0")),
                Integer.parseInt(argument(args, "--count", "1000")),
                Long.parseLong(argument(args, "--seed", "1")),
                oneOf("--cameras", argument(args, "--cameras", "city"), List.of("city", "random"))
                        .equals("random"),
                Weather.valueOf(
                        oneOf("--weather", argument(args, "--weather", "any"), List.of("any", "trained", "withheld"))
                                .toUpperCase(Locale.ROOT))));
    }

    static void write(Order order) throws IOException {
        TrainingFrames frames = new TrainingFrames(order);
        Files.writeString(order.out.resolve("data.yaml"), "names: [" + classNames() + "]\n");
        try (Writer conditions = conditionsFile(order.out)) {
            int cityNumber = frames.cityNumber(order.from);
            City city = frames.city(cityNumber);
            for (int i = order.from; i < order.from + order.count; i++) {
                int wanted = frames.cityNumber(i);
                if (wanted != cityNumber) {
                    cityNumber = wanted;
                    city = frames.city(cityNumber);
                }
                frames.writeOne(city, i, conditions);
            }
        }
    }

    private static Writer conditionsFile(Path out) throws IOException {
        Path file = out.resolve("conditions.csv");
        boolean first = Files.notExists(file);
        Writer writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        if (first) {
            writer.write("image,camera,light,weather\n");
        }
        return writer;
    }

    private int cityNumber(int frame) {
        return order.randomCameras ? frame / (CityConfig.defaults().cameras() * FRAMES_PER_RANDOM_CAMERA) : 0;
    }

    private City city(int number) {
        CityConfig options = CityConfig.defaults().withSeed(order.seed);
        return City.of(
                order.randomCameras
                        ? options.withSeed(SeededRandom.of(order.seed, number).roll())
                        : options);
    }

    /**
     * An instant at which the camera has the requested weather. The search is short, since the weather changes often.
     */
    private long frameIndex(City city, int number) {
        SeededRandom random = SeededRandom.of(order.seed, INSTANT, number);
        int cameras = city.cameras().size();
        long index;
        do {
            index = (long) random.below(SLOTS) * cameras + number % cameras;
        } while (!order.weather.allows.test(city.conditions(index)));
        return index;
    }

    private void writeOne(City city, int number, Writer conditionsFile) throws IOException {
        long index = frameIndex(city, number);
        CityFrame frame = city.frame(index);
        Conditions conditions = city.conditions(index);
        String camera = "s%d-%d-%s"
                .formatted(order.seed, cityNumber(number), frame.frame().getCameraId());
        String name = "%s-%06d-%s-%s".formatted(camera, number, conditions.light(), conditions.weather());
        StringBuilder text = new StringBuilder();
        for (VisibleVehicle vehicle : frame.truth()) {
            text.append(label(vehicle)).append('\n');
        }
        Files.writeString(
                labels.resolve(name + ".txt"), text); // labels first, so that every existing picture has its labels
        Files.write(images.resolve(name + ".jpg"), frame.frame().getImage().array());
        conditionsFile.write(String.join(",", name, camera, conditions.light(), conditions.weather()) + "\n");
    }

    private static String classNames() {
        return Arrays.stream(VehicleKind.values()).map(VehicleKind::label).collect(Collectors.joining(", "));
    }

    /** Class, centre and size of a box in shares of the picture. */
    @SuppressWarnings("EnumOrdinal") // kinds are in the order of the model's classes
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

    private static String oneOf(String name, String value, List<String> known) {
        if (!known.contains(value)) {
            throw new IllegalArgumentException(name + " is one of " + known + ", not " + value);
        }
        return value;
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
