package io.carriageway.jobs.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Writes what the code says of its options into the pages and the example files: {@code make docs}. */
final class OptionDocs {

    private OptionDocs() {}

    /** Takes the folder of the repository. */
    public static void main(String[] args) throws IOException {
        for (var file : files(Path.of(args[0])).entrySet()) {
            Files.writeString(file.getKey(), file.getValue());
        }
    }

    /** What each of the files should have. */
    static Map<Path, String> files(Path repository) throws IOException {
        var files = new TreeMap<Path, String>();
        for (var page : OptionPage.ALL) {
            var doc = repository.resolve(page.doc());
            files.put(doc, new OptionTable(page).in(Files.readString(doc)));
            files.put(repository.resolve(page.file()), new OptionFile(page).text());
        }
        return files;
    }
}
