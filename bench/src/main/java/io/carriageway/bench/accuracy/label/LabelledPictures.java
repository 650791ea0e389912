package io.carriageway.bench.accuracy.label;

import io.carriageway.vision.model.ModelCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads a folder of pictures and a folder of YOLO labels with the same names. Nothing is skipped: silently omitted
 * pictures would change the figures.
 */
public record LabelledPictures(Path images, Path labels) {

    private static final List<String> PICTURES = List.of(".jpg", ".jpeg", ".png", ".webp");
    private static final List<String> LABELS = List.of(".txt");
    /** Some tools write the list of their classes among the labels. */
    private static final String CLASS_LIST = "classes";

    public List<LabelledPicture> read(ModelCard card, Map<String, String> aliases) throws IOException {
        var pictures = filesByName(images, PICTURES);
        var texts = filesByName(labels, LABELS);
        if (!pictures.containsKey(CLASS_LIST)) {
            texts.remove(CLASS_LIST);
        }
        if (pictures.isEmpty()) {
            throw new LabelException(
                    images + " has no picture (.jpg, .jpeg, .png, .webp). Name another folder as IMAGES.");
        }
        refuseLonely("picture", pictures, "label file in " + labels, texts);
        refuseLonely("label file", texts, "picture in " + images, pictures);
        var classes = classNames(card, aliases);
        var conditions = conditions();
        var labelled = new ArrayList<LabelledPicture>();
        for (String name : pictures.keySet()) {
            labelled.add(new LabelledPicture(
                    pictures.get(name), conditions.of(name), LabelFile.read(texts.get(name), classes)));
        }
        return labelled;
    }

    private ClassNames classNames(ModelCard card, Map<String, String> aliases) throws IOException {
        var dataYaml = firstThere(
                labels.resolve("data.yaml"), labels.resolveSibling("data.yaml"), images.resolveSibling("data.yaml"));
        return dataYaml.isPresent() ? ClassNames.ofDataset(dataYaml.get(), aliases) : ClassNames.ofModel(card, aliases);
    }

    private ConditionTable conditions() throws IOException {
        var table = firstThere(labels.resolve("conditions.csv"), labels.resolveSibling("conditions.csv"));
        return table.isPresent() ? ConditionTable.read(table.get()) : ConditionTable.none();
    }

    private static Optional<Path> firstThere(Path... files) {
        return Stream.of(files).filter(Files::exists).findFirst();
    }

    private static SortedMap<String, Path> filesByName(Path folder, List<String> endings) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new LabelException(folder + " is not a folder. Give IMAGES and LABELS as two folders.");
        }
        var byName = new TreeMap<String, Path>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                var name = file.getFileName().toString();
                var ending = endings.stream()
                        .filter(name.toLowerCase(Locale.ROOT)::endsWith)
                        .findFirst();
                if (ending.isEmpty()) {
                    continue;
                }
                var twin = byName.put(
                        name.substring(0, name.length() - ending.get().length()), file);
                if (twin != null) {
                    throw new LabelException(twin + " and " + file + " have one name. Rename or remove one.");
                }
            }
        }
        return byName;
    }

    private static void refuseLonely(String what, Map<String, Path> files, String other, Map<String, Path> partners)
            throws LabelException {
        var lonely = new TreeSet<>(files.keySet());
        lonely.removeAll(partners.keySet());
        if (!lonely.isEmpty()) {
            throw new LabelException(
                    "%d of %d %ss have no %s, the first is %s. Add it (an empty road has an empty label"
                                    .formatted(lonely.size(), files.size(), what, other, files.get(lonely.first()))
                            + " file) or remove the " + what + ".");
        }
    }
}
