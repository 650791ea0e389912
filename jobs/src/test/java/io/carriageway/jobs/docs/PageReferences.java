package io.carriageway.jobs.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what the Markdown pages refer to and the repository does not have: pages, anchors, files, and targets of make.
 * Needs a JDK alone, so {@code bin/docs-check} runs this file as it is.
 */
final class PageReferences {

    private static final Pattern FENCE = Pattern.compile("^\\s*(```+|~~~+)\\s*(\\w*).*");
    private static final Pattern HEADING = Pattern.compile("^#{1,6}\\s+(.*?)\\s*#*$");
    private static final Pattern CODE_SPAN = Pattern.compile("(?<!`)(`+)(?!`)(.+?)(?<!`)\\1(?!`)");
    private static final Pattern LINK = Pattern.compile(
            "]\\(<?([^)\\s>]+)>?(?:\\s+\"[^\"]*\")?\\)|^ {0,3}\\[[^]]+]:\\s+(\\S+)" + "|\\b(?:href|src)=\"([^\"]+)\"");
    private static final Pattern HTML_ANCHOR = Pattern.compile("\\b(?:id|name)=\"([^\"]+)\"");
    private static final Pattern INLINE_LINK = Pattern.compile("!?\\[([^]]*)]\\([^)]*\\)");
    private static final Pattern MAKE = Pattern.compile("(?<![\\w-])make ((?:[A-Z_]+=\\S+ )*)([a-z][a-z-]*)");
    private static final Pattern TARGET = Pattern.compile("(?m)^([a-z][a-z-]*):");

    /** Words for a person to replace, and folders that commands make. */
    private static final Pattern NO_FILE = Pattern.compile("[<$…|]|\\.\\.\\.|(^|/)(target|work)(/|$)");

    private final Path root;
    private final Set<String> folders;
    private final Set<String> targets;
    private final Map<Path, Set<String>> anchors = new HashMap<>();
    private final List<String> problems = new ArrayList<>();
    private int links;
    private int commands;
    private int files;

    private PageReferences(Path root) throws IOException {
        this.root = root.toRealPath();
        try (var children = Files.list(this.root)) {
            folders = children.filter(Files::isDirectory)
                    .map(child -> child.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .collect(Collectors.toSet());
        }
        targets = TARGET.matcher(Files.readString(this.root.resolve("Makefile")))
                .results()
                .map(target -> target.group(1))
                .collect(Collectors.toSet());
    }

    /** Prints the problems; takes the folder of the repository. */
    public static void main(String[] args) throws IOException {
        var references = check(Path.of(args[0]));
        references.problems.forEach(System.out::println);
        System.out.printf(
                "%d links, %d make commands and %d file names checked, %d do not resolve%n",
                references.links, references.commands, references.files, references.problems.size());
        System.exit(references.problems.isEmpty() ? 0 : 1);
    }

    /** What does not resolve, as {@code page:line: reference: reason}. */
    static List<String> problems(Path root) throws IOException {
        return check(root).problems;
    }

    private static PageReferences check(Path root) throws IOException {
        var references = new PageReferences(root);
        for (var page : references.pages()) {
            references.check(page, Files.readAllLines(page));
        }
        return references;
    }

    private List<Path> pages() throws IOException {
        try (var all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> Stream.of(root.relativize(file).toString().split("/"))
                            .noneMatch(name -> name.equals("target") || name.startsWith(".")))
                    .sorted()
                    .toList();
        }
    }

    private void check(Path page, List<String> lines) {
        String fence = null;
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var place = "%s:%d".formatted(root.relativize(page), i + 1);
            var mark = FENCE.matcher(line);
            if (mark.matches() && (fence == null || mark.group(1).startsWith(fence))) {
                fence = fence == null ? mark.group(1) : null;
            } else if (fence != null) {
                code(page, place, line.replaceFirst("(^|\\s)#\\s.*", ""));
            } else {
                CODE_SPAN.matcher(line).results().forEach(span -> code(page, place, span.group(2)));
                LINK.matcher(CODE_SPAN.matcher(line).replaceAll("code"))
                        .results()
                        .flatMap(link -> Stream.of(1, 2, 3).map(link::group))
                        .filter(link -> link != null && !link.matches("[a-z]+:.*"))
                        .forEach(link -> link(page, place, link));
            }
        }
    }

    private void link(Path page, String place, String link) {
        links++;
        var parts = link.split("#", 2);
        var name = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
        var target = name.isEmpty()
                ? page
                : name.startsWith("/")
                        ? root.resolve(name.substring(1))
                        : page.getParent().resolve(name).normalize();
        if (!Files.exists(target) || !target.startsWith(root)) {
            problem(place, link, "there is no such file");
        } else if (parts.length == 2 && target.toString().endsWith(".md")) {
            if (!anchors.computeIfAbsent(target, PageReferences::anchors).contains(parts[1])) {
                problem(place, link, "the page has no such anchor");
            }
        }
    }

    /** The anchors that GitHub gives to headings; of equal ones the second ends with -1. */
    private static Set<String> anchors(Path page) {
        var found = new HashSet<String>();
        var counts = new HashMap<String, Integer>();
        boolean inFence = false;
        for (var line : lines(page)) {
            inFence ^= FENCE.matcher(line).matches();
            var heading = HEADING.matcher(line);
            if (!inFence && heading.matches()) {
                var anchor = INLINE_LINK
                        .matcher(heading.group(1))
                        .replaceAll("$1")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{M}\\p{N}_ -]", "")
                        .replace(' ', '-');
                int before = counts.merge(anchor, 1, Integer::sum) - 1;
                found.add(before == 0 ? anchor : anchor + "-" + before);
            }
            HTML_ANCHOR.matcher(line).results().forEach(anchor -> found.add(anchor.group(1)));
        }
        return found;
    }

    /** Decisions name what was there when they were made. */
    private void code(Path page, String place, String code) {
        if (page.startsWith(root.resolve("docs/decisions"))) {
            return;
        }
        MAKE.matcher(code).results().map(command -> command.group(2)).forEach(target -> {
            commands++;
            if (!targets.contains(target)) {
                problem(place, "make " + target, "the Makefile has no such target");
            }
        });
        Stream.of(code.split("[\\s;'\"()=]+"))
                .map(word -> word.replaceFirst("^\\./", "").replaceFirst("[.,:/]+$", ""))
                .filter(this::isInFolder)
                .forEach(word -> file(page, place, word));
    }

    private boolean isInFolder(String word) {
        return word.contains("/")
                && folders.contains(word.substring(0, word.indexOf('/')))
                && !NO_FILE.matcher(word).find();
    }

    /** A page may name files by their paths in the repository, and from its own folder on. */
    private void file(Path page, String place, String name) {
        files++;
        if (!isThere(root, name) && !isThere(page.getParent(), name)) {
            problem(place, name, "there is no such file");
        }
    }

    private static boolean isThere(Path folder, String name) {
        if (!name.matches(".*[*{?\\[].*")) {
            return Files.exists(folder.resolve(name));
        }
        var pattern = FileSystems.getDefault().getPathMatcher("glob:" + folder.resolve(name));
        var start = folder.resolve(name.replaceFirst("[^/]*[*{?\\[].*", ""));
        try (var all = Files.exists(start) ? Files.walk(start) : Stream.<Path>empty()) {
            return all.anyMatch(pattern::matches);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void problem(String place, String reference, String reason) {
        problems.add("%s: %s: %s".formatted(place, reference, reason));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
