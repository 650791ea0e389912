package io.carriageway.vision.export;

import io.carriageway.vision.VehicleLabel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What class names mean beyond all doubt, where they are not the names of vehicles as they are counted. */
final class VehicleAliases {

    private static final Map<String, VehicleLabel> SYNONYMS = Map.of(
            "motorbike", VehicleLabel.MOTORCYCLE, "lorry", VehicleLabel.TRUCK, "pedal cycle", VehicleLabel.BICYCLE);

    private VehicleAliases() {}

    /** Aliases of names that differ from a vehicle in case or plural alone, or are a synonym. */
    static Map<String, String> of(List<String> names) {
        var aliases = new TreeMap<String, String>();
        for (String name : names) {
            String plain = name.strip().toLowerCase(Locale.ROOT);
            String singular =
                    plain.endsWith("s") && !plain.equals("bus") ? plain.substring(0, plain.length() - 1) : plain;
            var meant = VehicleLabel.find(plain)
                    .or(() -> VehicleLabel.find(singular))
                    .or(() -> Optional.ofNullable(SYNONYMS.get(singular)));
            if (meant.isPresent() && !meant.get().text().equals(name)) {
                aliases.put(name, meant.get().text());
            }
        }
        return aliases;
    }
}
