package io.carriageway.verify.secure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Searches files, arguments of processes and the answers of Flink for secrets. */
public final class SecretSearch {

    private static final int BLOCK_BYTES = 1 << 20;

    /** Flink's answers about the cluster, and about each job. */
    private static final List<String> OF_CLUSTER =
            List.of("/config", "/overview", "/jobmanager/config", "/jobmanager/environment", "/taskmanagers", "/jars");

    private static final List<String> OF_JOB = List.of(
            "", "/config", "/plan", "/jobgraph", "/exceptions", "/checkpoints", "/checkpoints/config", "/accumulators");

    private static final Pattern JOB = Pattern.compile("\"(?:jid|id)\":\"([0-9a-f]{32})\"");

    private final Map<String, String> secrets;
    private final int longest;
    private final Set<String> found = new TreeSet<>();
    private final Map<String, Integer> searched = new TreeMap<>();

    /** @param secrets by the name that is reported */
    public SecretSearch(Map<String, String> secrets) {
        this.secrets = Map.copyOf(secrets);
        this.longest = secrets.values().stream().mapToInt(String::length).max().orElseThrow();
    }

    /** Searches all files of a folder. Running servers delete files and folders meanwhile. */
    public SecretSearch files(String kind, Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                file(kind, file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                return deleted(file, e);
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException e) throws IOException {
                return e == null ? FileVisitResult.CONTINUE : deleted(visited, e);
            }

            private FileVisitResult deleted(Path path, IOException e) throws IOException {
                if (path.equals(folder) || !(e instanceof NoSuchFileException)) {
                    throw e;
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return this;
    }

    private void file(String kind, Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            count(kind);
            var block = new byte[BLOCK_BYTES + longest];
            int kept = 0;
            for (int read; (read = in.readNBytes(block, kept, BLOCK_BYTES)) > 0; ) {
                int size = kept + read;
                text(kind + " " + file, new String(block, 0, size, StandardCharsets.ISO_8859_1));
                // a secret may be in two blocks
                kept = Math.min(longest, size);
                System.arraycopy(block, size - kept, block, 0, kept);
            }
        } catch (NoSuchFileException deleted) {
            // a running server may delete its files
        }
    }

    /** Searches the arguments of all processes of this machine, as {@code ps} shows them. */
    public SecretSearch processes() throws IOException {
        try (var processes = Files.list(Path.of("/proc"))) {
            for (var process : (Iterable<Path>)
                    processes.filter(each -> each.getFileName().toString().matches("[0-9]+"))::iterator) {
                try {
                    text(
                            "process " + process.getFileName(),
                            Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1));
                    count("processes");
                } catch (IOException ended) {
                    // it is no longer there
                }
            }
        }
        return this;
    }

    /** Searches what Flink answers about itself and its jobs. */
    public SecretSearch answers(String flinkUrl) throws IOException, InterruptedException {
        for (var path : OF_CLUSTER) {
            answer(flinkUrl, path);
        }
        var jobs = JOB.matcher(answer(flinkUrl, "/jobs"));
        for (var job : jobs.results().map(match -> match.group(1)).toList()) {
            for (var path : OF_JOB) {
                answer(flinkUrl, "/jobs/" + job + path);
            }
        }
        return this;
    }

    private String answer(String flinkUrl, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(flinkUrl + path)).build();
        var body = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body();
        count("answers");
        text("answer " + path, body);
        return body;
    }

    private void count(String kind) {
        searched.merge(kind, 1, Integer::sum);
    }

    private void text(String place, String text) {
        secrets.forEach((name, secret) -> {
            if (text.contains(secret)) {
                found.add(name + " in " + place);
            }
        });
    }

    /** The places where secrets are, each as {@code secret in place}. */
    public Set<String> found() {
        return found;
    }

    /** Number of places that were searched, by kind. */
    public Map<String, Integer> searched() {
        return searched;
    }
}
