package io.carriageway.vision.export;

import io.carriageway.vision.VehicleLabel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What class names mean beyond all doubt, where they are not the names of vehicles as they are counted. */
final class VehicleAliases {

    private static final Map<String, VehicleLabel> MEANINGS = meanings();

    private VehicleAliases() {}

    private static Map<String, VehicleLabel> meanings() {
        var meanings = new TreeMap<String, VehicleLabel>();
        for (VehicleLabel label : VehicleLabel.values()) {
            meanings.put(label.text(), label);
            meanings.put(label.text() + (label == VehicleLabel.BUS ? "es" : "s"), label);
        }
        meanings.put("motorbike", VehicleLabel.MOTORCYCLE);
        meanings.put("motorbikes", VehicleLabel.MOTORCYCLE);
        meanings.put("lorry", VehicleLabel.TRUCK);
        meanings.put("lorries", VehicleLabel.TRUCK);
        return Map.copyOf(meanings);
    }

    /** Aliases of names that differ from a vehicle in case or plural alone, or are a synonym. */
    static Map<String, String> of(List<String> names) {
        var aliases = new TreeMap<String, String>();
        for (String name : names) {
            VehicleLabel meant = MEANINGS.get(name.strip().toLowerCase(Locale.ROOT));
            if (meant != null && !meant.text().equals(name)) {
                aliases.put(name, meant.text());
            }
        }
        return aliases;
    }
}
