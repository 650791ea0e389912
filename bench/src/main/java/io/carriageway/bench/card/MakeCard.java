package io.carriageway.bench.card;

import io.carriageway.vision.export.CardDraft;
import io.carriageway.vision.input.ColourOrder;
import io.carriageway.vision.model.ModelCard;
import io.carriageway.vision.model.ModelCardFile;
import io.carriageway.vision.onnx.CardMaker;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/** Prints the card of a model and writes it beside the model, never over another card. */
public final class MakeCard {

    private static final int SHOWN_NAMES = 10;

    private MakeCard() {}

    public static void main(String[] args) {
        try {
            run(CardConfig.from(args), System.out, System.err);
        } catch (FileAlreadyExistsException there) {
            System.err.println("card: " + there.getFile() + " exists and was not changed. Delete it, or name"
                    + " another file with OUT");
            System.exit(1);
        } catch (NoSuchFileException missing) {
            System.err.println("card: missing file " + missing.getFile());
            System.exit(1);
        } catch (IOException | IllegalArgumentException wrong) {
            System.err.println("card: " + wrong.getMessage());
            System.exit(1);
        }
    }

    /** Prints the card to {@code out}, and notes about it to {@code terminal}. */
    static void run(CardConfig options, PrintStream out, PrintStream terminal) throws IOException {
        requireFolder(options.card());
        byte[] onnx = Files.readAllBytes(options.model());
        var draft = new CardDraft(options.name(), DigestUtils.sha256Hex(onnx), options.classes(), options.aliases());
        var made = CardMaker.make(options.model().toString(), onnx, draft, options.canvas());
        var text = ModelCardFile.text(made.card());
        out.println(text);
        terminal.println(layout(made));
        remarks(made.card()).forEach(terminal::println);
        Files.writeString(options.card(), text + System.lineSeparator(), StandardOpenOption.CREATE_NEW);
        terminal.println("written: " + options.card());
    }

    /** Checked before the model runs, which may take a while. */
    private static void requireFolder(Path card) {
        if (!Files.isDirectory(card.getParent())) {
            throw new IllegalArgumentException(
                    "The card cannot be written to " + card + ": make the folder " + card.getParent() + " first");
        }
    }

    /** Without boxes only the shape of an answer was checked. */
    private static String layout(CardMaker.Made made) {
        return "Layout " + made.card().layout().text()
                + (made.hasBoxes()
                        ? ": the model's output for generated pictures fits."
                        : ", by the shape of the answer alone: the model found no box on the generated pictures, so"
                                + " scale and form of its boxes are unchecked. Run make accuracy on your own frames.");
    }

    private static List<String> remarks(ModelCard card) {
        var counted = new ArrayList<String>();
        var ignored = new ArrayList<String>();
        for (int number = 0; number < card.classes().size(); number++) {
            var name = card.classes().get(number);
            var label = card.labels().get(number);
            if (label == null) {
                ignored.add(name);
            } else {
                counted.add(label.text().equals(name) ? name : name + " as " + label.text());
            }
        }
        var remarks = new ArrayList<String>();
        if (CardDraft.hasClassesOfCoco(card)) {
            remarks.add("Classes are those of COCO. If your 80 classes differ, name them: CLASSES=\"car,bus,...\".");
        }
        remarks.add(assumed(card));
        remarks.add("Counted: " + String.join(", ", counted) + ".");
        remarks.add("Not counted: " + (ignored.isEmpty() ? "none" : some(ignored))
                + ". ALIASES=\"van=truck\" counts one as a vehicle.");
        remarks.add("Thresholds are a start: choose them on frames of your own cameras, with make accuracy.");
        return remarks;
    }

    private static String some(List<String> names) {
        int more = names.size() - SHOWN_NAMES;
        return String.join(", ", names.subList(0, Math.min(SHOWN_NAMES, names.size())))
                + (more > 0 ? ", and " + more + " more" : "");
    }

    /** No file states the input format of its model, and a model also runs with a wrong one. */
    private static String assumed(ModelCard card) {
        boolean isYolox = card.colourOrder() == ColourOrder.BGR;
        return "Assumed (not stored in the file): colour_order " + card.colourOrder() + ", levels of 0 to "
                + (isYolox ? "255" : "1") + " (scale), letterbox " + (isYolox ? "top-left" : "centre") + ", as in "
                + (isYolox ? "YOLOX" : "Ultralytics") + ". Correct the card if the model was trained otherwise.";
    }
}
