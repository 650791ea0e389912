package io.carriageway.verify.cluster;

import io.carriageway.sandbox.S3Plugin;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.util.FlinkUserCodeClassLoaders;
import org.apache.flink.util.ParameterTool;

/**
 * Writes files to S3 like two jobs that run after each other in one process, with only Flink's own folders. The first
 * job writes many files one by one, so that it creates the file system's threads. After its end the next job writes
 * many files at once.
 */
final class NextJob {

    private static final int FILES = 100;
    private static final int AT_ONCE = 40;

    private NextJob() {}

    public static void main(String[] args) throws Exception {
        var options = ParameterTool.fromArgs(args);
        var configuration = Configuration.fromMap(options.toMap());
        FileSystem.initialize(configuration, S3Plugin.load(Path.of(options.get("plugins")), configuration));
        var folder = options.get("folder");

        write(folder + "/of-nobody");
        writeAsAJobThatEnds(folder);
        writeAtOnce(folder);
    }

    private static void writeAsAJobThatEnds(String folder) throws Exception {
        var thread = Thread.currentThread();
        var flinks = thread.getContextClassLoader();
        try (var jobs = FlinkUserCodeClassLoaders.childFirst(new URL[0], flinks, new String[] {}, error -> {}, true)) {
            thread.setContextClassLoader(jobs);
            for (int i = 0; i < FILES; i++) {
                write(folder + "/first-" + i);
            }
        } finally {
            thread.setContextClassLoader(flinks);
        }
    }

    /** Opens files one by one and closes all at once. Closing sends them, which needs new connections. */
    private static void writeAtOnce(String folder) throws Exception {
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var closes = new ArrayList<Callable<Void>>();
            for (int i = 0; i < AT_ONCE; i++) {
                var stream = open(folder + "/next-" + i);
                stream.write(1);
                closes.add(() -> {
                    stream.close();
                    return null;
                });
            }
            for (var closed : threads.invokeAll(closes)) {
                var unused = closed.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private static void write(String file) throws Exception {
        try (var stream = open(file)) {
            stream.write(1);
        }
    }

    private static FSDataOutputStream open(String file) throws Exception {
        var path = new org.apache.flink.core.fs.Path(file);
        return path.getFileSystem().create(path, FileSystem.WriteMode.NO_OVERWRITE);
    }
}
