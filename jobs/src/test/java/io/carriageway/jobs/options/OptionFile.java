package io.carriageway.jobs.options;

import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Formats options as a file for {@code --config}: every line is commented out and shows the default. */
final class OptionFile {

    private static final int WIDTH = 100;

    private final OptionPage page;

    OptionFile(OptionPage page) {
        this.page = page;
    }

    String text() {
        return """
                # Options of %s, for the file that --config names. Made from the code by make docs: change a copy.
                # Each can be given as --key value too, which wins. %s tells more.

                # ---- required

                %s# ---- optional: what is commented out has its default

                %s"""
                        .formatted(
                                page.title(),
                                page.doc(),
                                lines(OptionText::isRequired),
                                lines(text -> !text.isRequired()))
                        .stripTrailing()
                + "\n";
    }

    private String lines(Predicate<OptionText> which) {
        return page.texts().stream().filter(which).map(OptionFile::lines).collect(Collectors.joining());
    }

    private static String lines(OptionText text) {
        var without = text.without().isEmpty() ? "" : " Default: " + text.without() + ".";
        // a key that stands for many has no line of its own: it stays a comment when the others are taken
        var mark = text.isAny() ? "# " : "#";
        return "%s%s%s=%s\n\n".formatted(comment(text.meaning() + without), mark, text.key(), text.value());
    }

    private static String comment(String sentence) {
        var comment = new StringBuilder("#");
        int column = 1;
        for (var word : sentence.split(" ")) {
            if (column + 1 + word.length() > WIDTH) {
                comment.append("\n#");
                column = 1;
            }
            comment.append(' ').append(word);
            column += 1 + word.length();
        }
        return comment.append('\n').toString();
    }
}
