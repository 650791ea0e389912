package io.carriageway.vision.model;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.flink.core.fs.Path;

/** Opens models in the job's jar, or through Flink's file systems and so through its S3 plugin. */
final class ModelOpeners {

    private ModelOpeners() {}

    static InputStream onClassPath(String location) throws IOException {
        String name = location.substring("classpath:".length()).replaceFirst("^/+", "");
        InputStream stream = ModelOpeners.class.getClassLoader().getResourceAsStream(name);
        if (stream == null) {
            throw new FileNotFoundException(name + " is not on the class path");
        }
        return stream;
    }

    static InputStream inFileSystem(String location) throws IOException {
        Path path = new Path(location);
        return path.getFileSystem().open(path);
    }
}
