package io.carriageway.jobs.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Generates the pages and the example files of options from their declarations. */
public final class OptionDocs {

    private OptionDocs() {}

    /** The content of each file, by its path in the repository. */
    public static Map<Path, String> files(Path repository) throws IOException {
        var files = new TreeMap<Path, String>();
        for (var page : OptionPage.ALL) {
            var doc = Path.of(page.doc());
            files.put(doc, new OptionTable(page).in(Files.readString(repository.resolve(doc))));
            files.put(Path.of(page.file()), new OptionFile(page).text());
        }
        return files;
    }
}
