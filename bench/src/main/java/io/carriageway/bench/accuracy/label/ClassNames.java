package io.carriageway.bench.accuracy.label;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.carriageway.vision.VehicleLabel;
import io.carriageway.vision.model.ModelCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The meaning of class numbers in labels. The user must declare names that are no vehicles: if they were ignored
 * silently, a misspelled vehicle would make every count of the model look too high.
 */
public final class ClassNames {

    public static final String NOT_COUNTED = "none";

    private final Map<Integer, Optional<VehicleLabel>> byNumber;

    private ClassNames(Map<Integer, Optional<VehicleLabel>> byNumber) {
        this.byNumber = byNumber;
    }

    /** The names of a YOLO dataset: {@code names} of its data.yaml, a list or a map from number to name. */
    static ClassNames ofDataset(Path dataYaml, Map<String, String> aliases) throws IOException {
        var names = namesIn(dataYaml);
        refuseStrayAliases(aliases, names, dataYaml.toString());
        var unknown = new TreeSet<String>();
        var byNumber = new TreeMap<Integer, Optional<VehicleLabel>>();
        names.forEach((number, name) -> {
            var meaning = aliases.getOrDefault(name, name.toLowerCase(Locale.ROOT));
            var label = VehicleLabel.find(meaning);
            if (label.isEmpty() && !meaning.equals(NOT_COUNTED)) {
                unknown.add(name);
            }
            byNumber.put(number, label);
        });
        if (!unknown.isEmpty()) {
            throw new LabelException(dataYaml + " names classes that are no vehicles here: " + unknown
                    + ". Say what they are with ALIASES, such as ALIASES=\"bike=bicycle,van=truck,person=none\".");
        }
        return new ClassNames(byNumber);
    }

    /** Labels in the order of the model's own classes; classes that the model does not count are not counted here. */
    static ClassNames ofModel(ModelCard card, Map<String, String> aliases) throws LabelException {
        var names = new TreeMap<Integer, String>();
        card.classes().forEach(name -> names.put(names.size(), name));
        refuseStrayAliases(aliases, names, "the model card");
        var own = card.labels();
        var byNumber = new TreeMap<Integer, Optional<VehicleLabel>>();
        names.forEach((number, name) -> byNumber.put(
                number,
                aliases.containsKey(name)
                        ? VehicleLabel.find(aliases.get(name))
                        : Optional.ofNullable(own.get(number))));
        return new ClassNames(byNumber);
    }

    boolean knows(int number) {
        return byNumber.containsKey(number);
    }

    /** Empty for a class that is not counted. */
    Optional<VehicleLabel> labelOf(int number) {
        return byNumber.get(number);
    }

    @Override
    public String toString() {
        return byNumber.keySet().toString();
    }

    private static Map<Integer, String> namesIn(Path dataYaml) throws IOException {
        JsonNode names;
        try {
            names = new YAMLMapper().readTree(Files.readString(dataYaml)).path("names");
        } catch (JsonProcessingException noYaml) {
            throw new LabelException(dataYaml + " is not valid YAML: " + noYaml.getOriginalMessage(), noYaml);
        }
        var byNumber = new TreeMap<Integer, String>();
        if (names.isArray()) {
            names.forEach(name -> byNumber.put(byNumber.size(), name.asText()));
        }
        for (var entry : names.properties()) {
            byNumber.put(number(entry.getKey(), dataYaml), entry.getValue().asText());
        }
        if (byNumber.isEmpty()) {
            throw new LabelException(dataYaml + " has no names: write names: [car, bus] or a map from number to name.");
        }
        return byNumber;
    }

    private static int number(String key, Path dataYaml) throws LabelException {
        try {
            return Integer.parseInt(key);
        } catch (NumberFormatException noNumber) {
            throw new LabelException(
                    dataYaml + ": '" + key + "' in names is not a class number. Write names as 0: car.", noNumber);
        }
    }

    private static void refuseStrayAliases(Map<String, String> aliases, Map<Integer, String> names, String where)
            throws LabelException {
        var stray = new TreeSet<>(aliases.keySet());
        stray.removeAll(names.values());
        if (!stray.isEmpty()) {
            throw new LabelException(
                    "ALIASES has " + stray + ", which " + where + " does not name; it names " + names.values() + ".");
        }
    }
}
