package io.carriageway.jobs.io.lake.compaction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/** Processes many files in parallel, because each request to S3 is slow and an hour may have thousands of files. */
record ParallelFiles(FileSystem files) {

    private static final int AT_ONCE = 16;

    /** The work for each file. */
    interface Work<T, V> {
        V of(T file) throws IOException;
    }

    /** Deletes a file; succeeds if it is already gone. */
    void delete(Path file) throws IOException {
        if (!files.delete(file, false) && files.exists(file)) {
            throw new IOException("%s could not be deleted".formatted(file));
        }
    }

    void delete(List<Path> all) throws IOException {
        var unused = each(all, file -> {
            delete(file);
            return file;
        });
    }

    /** Returns the result of each file, in the order of the files. */
    static <T, V> List<V> each(List<T> all, Work<T, V> work) throws IOException {
        var pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<V>> tasks = new ArrayList<>();
            all.forEach(file -> tasks.add(() -> work.of(file)));
            var results = new ArrayList<V>();
            for (var result : pool.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            pool.shutdownNow();
        }
    }
}
