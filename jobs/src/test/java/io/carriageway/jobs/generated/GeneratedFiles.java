package io.carriageway.jobs.generated;

import io.carriageway.jobs.options.OptionDocs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes the files that are generated from the suite's declarations: {@code make docs}. */
final class GeneratedFiles {

    private GeneratedFiles() {}

    /** Takes the folder of the repository. */
    public static void main(String[] args) throws IOException {
        var repository = Path.of(args[0]);
        for (var file : all(repository).entrySet()) {
            Files.writeString(repository.resolve(file.getKey()), file.getValue());
        }
        for (var file : surplus(repository)) {
            Files.delete(file);
        }
    }

    /** The content of each file, by its path in the repository. */
    static Map<Path, String> all(Path repository) throws IOException {
        var files = new TreeMap<Path, String>(AthenaFiles.all());
        files.putAll(OptionDocs.files(repository));
        files.putAll(JobTables.files(repository));
        files.putAll(AlertFiles.all(repository));
        files.put(TopicsScript.FILE, TopicsScript.text());
        files.putAll(Grants.files(repository));
        files.putAll(Policies.files(repository));
        files.putAll(MigrationComments.files(repository));
        files.put(DataDictionary.FILE, DataDictionary.text(repository));
        return files;
    }

    /** Files in folders of generated files that no declaration needs any more. */
    static List<Path> surplus(Path repository) throws IOException {
        var known = all(repository).keySet();
        return Stream.of(AthenaFiles.FOLDER, AthenaFiles.LATEST)
                .flatMap(folder -> list(repository.resolve(folder)))
                .filter(file -> file.toString().endsWith(".sql"))
                .filter(file -> !known.contains(repository.relativize(file)))
                .toList();
    }

    private static Stream<Path> list(Path folder) {
        try (var files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
