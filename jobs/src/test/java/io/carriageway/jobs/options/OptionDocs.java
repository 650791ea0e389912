package io.carriageway.jobs.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The pages and the example files of options, by what the code says of them. */
public final class OptionDocs {

    private OptionDocs() {}

    /** What each of the files should have, by its path in the repository. */
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
