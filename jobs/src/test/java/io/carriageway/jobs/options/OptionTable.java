package io.carriageway.jobs.options;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Formats options as a table in a page, between two markers. The text around it is written by hand. */
final class OptionTable {

    private static final String BEGIN = "<!-- options:begin -->\n";
    private static final String END = "<!-- options:end -->\n";

    private static final Pattern PAGE = Pattern.compile("docs/([a-z/]*?([a-z]+)\\.md(#[a-z-]+)?)");
    private static final Pattern NAME = Pattern.compile("[a-z]+([.-][a-z]+)+|[A-Z]+(_[A-Z]+)+|[a-z0-9:]+://[a-z/:]+");

    private final OptionPage page;
    private final Set<String> keys;

    OptionTable(OptionPage page) {
        this.page = page;
        this.keys = page.texts().stream().map(OptionText::key).collect(Collectors.toSet());
    }

    /** The page with a new table. */
    String in(String text) {
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("%s has no lines %s and %s".formatted(page.doc(), BEGIN, END));
        }
        return text.substring(0, begin + BEGIN.length()) + table() + text.substring(end);
    }

    private String table() {
        return page.texts().stream()
                .map(this::row)
                .collect(Collectors.joining("", "\n| option | default | meaning |\n|---|---|---|\n", "\n"));
    }

    private String row(OptionText text) {
        return "| `%s` | %s | %s |\n".formatted(text.key(), standard(text), marked(text.meaning()));
    }

    private String standard(OptionText text) {
        if (text.isRequired()) {
            return "**required**";
        }
        return text.value().isEmpty() ? marked(text.without()) : "`" + text.value() + "`";
    }

    /** Marks other pages as links, and names of options, variables and addresses as code. */
    private String marked(String sentence) {
        var coded = NAME.matcher(sentence)
                .replaceAll(name -> isCode(name.group()) ? "`" + name.group() + "`" : name.group());
        var up = "../"
                .repeat((int) page.doc().chars().filter(each -> each == '/').count() - 1);
        return PAGE.matcher(coded).replaceAll(link -> "[%s](%s%s)".formatted(link.group(2), up, link.group(1)));
    }

    private boolean isCode(String name) {
        return keys.contains(name) || name.contains("_") || name.contains("://");
    }
}
