package io.carriageway.bench.accuracy.label;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the vehicles of one picture in YOLO's format, one line each: class, centre and size in shares of the picture.
 */
final class LabelFile {

    private static final int CELLS = 5;

    private LabelFile() {}

    static List<TrueVehicle> read(Path file, ClassNames classes) throws IOException {
        var vehicles = new ArrayList<TrueVehicle>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (!line.isBlank()) {
                addVehicle(vehicles, line.strip().split("\\s+"), classes, file + ":" + number);
            }
        }
        return vehicles;
    }

    private static void addVehicle(List<TrueVehicle> vehicles, String[] cells, ClassNames classes, String where)
            throws LabelException {
        int number;
        double[] shares;
        try {
            number = Integer.parseInt(cells[0]);
            shares = Arrays.stream(cells)
                    .skip(1)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (NumberFormatException noNumber) {
            throw malformed(cells, where);
        }
        if (cells.length != CELLS
                || !Arrays.stream(shares).allMatch(LabelFile::isShare)
                || shares[2] * shares[3] == 0) {
            throw malformed(cells, where);
        }
        if (!classes.knows(number)) {
            throw new LabelException(where + ": class " + number + " has no name; known are " + classes
                    + ". Put a data.yaml with all names beside the labels.");
        }
        var box = Box.around(shares[0], shares[1], shares[2], shares[3]);
        classes.labelOf(number).ifPresent(label -> vehicles.add(new TrueVehicle(label, box)));
    }

    private static boolean isShare(double value) {
        return value >= 0 && value <= 1;
    }

    private static LabelException malformed(String[] cells, String where) {
        return new LabelException(
                where + ": '" + String.join(" ", cells)
                        + "' is not a label. A line is: class number, centre x, centre y, width, height, as shares from 0 to 1.");
    }
}
