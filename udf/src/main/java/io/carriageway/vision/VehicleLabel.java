package io.carriageway.vision;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The five kinds of vehicle that are counted. Other classes of a model are ignored. */
public enum VehicleLabel {
    BICYCLE,
    CAR,
    MOTORCYCLE,
    BUS,
    TRUCK;

    /** The label as in events and tables. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<VehicleLabel> find(String text) {
        return Arrays.stream(values())
                .filter(label -> label.text().equals(text))
                .findFirst();
    }
}
