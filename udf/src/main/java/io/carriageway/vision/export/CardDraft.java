package io.carriageway.vision.export;

import io.carriageway.vision.VehicleLabel;
import io.carriageway.vision.input.ColourOrder;
import io.carriageway.vision.input.Placement;
import io.carriageway.vision.input.Resample;
import io.carriageway.vision.layout.ShapeHint;
import io.carriageway.vision.model.Layout;
import io.carriageway.vision.model.ModelCard;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Drafts model cards from a model's file, a run of it, and what its owner says.
 *
 * @param name name of the model
 * @param sha256 SHA-256 of its file
 * @param classes class names in order as the owner says, or coco for its 80; empty: those in the file
 * @param aliases aliases as the owner says
 */
public record CardDraft(String name, String sha256, List<String> classes, Map<String, String> aliases) {

    private static final float CONFIDENCE_THRESHOLD = 0.3f;
    private static final float IOU_THRESHOLD = 0.5f;
    private static final float AGNOSTIC_IOU_THRESHOLD = 0.7f;
    private static final int GREY = 114;
    /** Stands for the 80 names of COCO. */
    private static final String COCO = "coco";

    /** Whether a card has the classes of COCO, which are assumed for a file with 80 classes and no names. */
    public static boolean hasClassesOfCoco(ModelCard card) {
        return card.classes().equals(CocoClasses.NAMES);
    }

    /** The cards that may fit, likeliest first. The first one with which the model works is its card. */
    public List<ModelCard> cards(ModelInterface model, AnswerForm form, int width, int height) {
        var names = names(model);
        var guesses = LayoutGuess.of(form, names.size(), width, height);
        if (guesses.isEmpty()) {
            throw unknown(form, names.size(), LayoutGuess.of(form, 0, width, height));
        }
        var named = names.isEmpty()
                ? guesses.stream().filter(CardDraft::hasAsManyAsCoco).toList()
                : guesses;
        if (named.isEmpty()) {
            throw unnamed(guesses.get(0));
        }
        var all = names.isEmpty() ? CocoClasses.NAMES : names;
        requireKnown(all);
        requireVehicle(all);
        return named.stream()
                .map(guess -> card(guess.layout(), all, form, width, height))
                .toList();
    }

    private void requireKnown(List<String> names) {
        var unknown = aliases.keySet().stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("ALIASES names " + unknown + ", which the model's classes " + names
                    + " do not have: write names as they are there");
        }
    }

    private void requireVehicle(List<String> names) {
        var meant = aliases(names);
        if (names.stream().noneMatch(name -> VehicleLabel.find(meant.getOrDefault(name, name))
                .isPresent())) {
            throw new IllegalArgumentException("None of the classes " + names
                    + " is a vehicle that is counted. ALIASES=\"van=truck\" says which are a bicycle, car, motorcycle,"
                    + " bus or truck");
        }
    }

    /** The error for a shape that fits no layout; the number of names may be the cause. */
    private IllegalArgumentException unknown(AnswerForm form, int names, List<LayoutGuess> others) {
        var hint = ShapeHint.of(form.rows(), form.columns(), form.maskCoefficients(), names);
        var other = others.stream().filter(guess -> guess.classes() > 0).findFirst();
        return hint.isEmpty() && other.isPresent() ? otherCount(form, names, other.get()) : unknown(form, names, hint);
    }

    private IllegalArgumentException otherCount(AnswerForm form, int names, LayoutGuess fitting) {
        int sides = fitting.layout() == Layout.YOLOV8 ? 4 : 5;
        int side = fitting.layout() == Layout.YOLOV8 ? form.rows() : form.columns();
        int masks = side - sides - fitting.classes();
        return new IllegalArgumentException(
                (classes.isEmpty() ? "The names in the model's metadata are " : "CLASSES has ")
                        + names + (classes.isEmpty() ? "" : " names") + ", but the answer's shape " + form + " fits "
                        + fitting.classes() + " (" + side + " = " + sides + " + " + fitting.classes()
                        + (masks > 0 ? " + " + masks : "")
                        + "): give all names in the model's order, CLASSES=\"car,bus,truck\""
                        + (hasAsManyAsCoco(fitting) ? ", or no CLASSES where they are those of COCO" : ""));
    }

    private static IllegalArgumentException unknown(AnswerForm form, int classes, String hint) {
        return new IllegalArgumentException("The model answers with shape " + form
                + (classes > 0 ? " for " + classes + " classes" : "")
                + ", which is none of the layouts yolov8, yolov5, end-to-end and yolox"
                + hint
                + ". Export a YOLO detector with its boxes joined in one output, and give all CLASSES in its order");
    }

    private List<String> names(ModelInterface model) {
        if (classes.equals(List.of(COCO))) {
            return CocoClasses.NAMES;
        }
        return classes.isEmpty() ? new ExportMetadata(model.metadata()).names().orElse(List.of()) : classes;
    }

    private static boolean hasAsManyAsCoco(LayoutGuess guess) {
        return guess.classes() == CocoClasses.NAMES.size();
    }

    private static IllegalArgumentException unnamed(LayoutGuess guess) {
        return new IllegalArgumentException("The model's file does not name its classes"
                + (guess.classes() > 0 ? ", of which it has " + guess.classes() : "")
                + ": give their names in its order, CLASSES=\"car,bus,truck\""
                + (guess.classes() == 0 ? ", or CLASSES=coco where they are the 80 of COCO" : ""));
    }

    /**
     * A card for the layout. YOLOX takes levels of 0 to 255 in the order blue, green, red, with the picture in the
     * corner; the others are as Ultralytics. All boxes of an end-to-end model are kept, because it suppresses
     * overlapping ones itself.
     */
    private ModelCard card(Layout layout, List<String> names, AnswerForm form, int width, int height) {
        boolean isChosen = layout == Layout.END_TO_END;
        boolean isYolox = layout == Layout.YOLOX
                || (layout == Layout.YOLOV5 && form.isRowForEachCell(width, height) && !form.sureOfAllBoxes());
        return new ModelCard(
                name,
                layout,
                width,
                height,
                isYolox ? ColourOrder.BGR : ColourOrder.RGB,
                isYolox ? 1 : 1 / 255f,
                isYolox ? Placement.TOP_LEFT : Placement.CENTRE,
                GREY,
                Resample.AREA,
                names,
                aliases(names),
                CONFIDENCE_THRESHOLD,
                Map.of(),
                isChosen ? 1 : IOU_THRESHOLD,
                isChosen ? null : AGNOSTIC_IOU_THRESHOLD,
                sha256);
    }

    private Map<String, String> aliases(List<String> names) {
        var all = new TreeMap<>(VehicleAliases.of(names));
        all.putAll(aliases);
        return all;
    }
}
