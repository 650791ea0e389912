package io.carriageway.vision.export;

import io.carriageway.vision.VehicleLabel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Aliases of class names that clearly mean a kind of vehicle under another name. */
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

    /** Aliases for the names that differ from a vehicle's only in case or number, or are synonyms. */
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
