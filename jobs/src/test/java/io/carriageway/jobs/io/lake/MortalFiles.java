package io.carriageway.jobs.io.lake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.fs.local.LocalFileSystem;

/** Local files of a process that dies in the middle of one of its changes, and then changes nothing more. */
public final class MortalFiles extends LocalFileSystem {

    private final int deadlyChange;
    private final AtomicInteger changes = new AtomicInteger();

    public MortalFiles(int deadlyChange) {
        this.deadlyChange = deadlyChange;
    }

    public boolean isDead() {
        return changes.get() >= deadlyChange;
    }

    /** Whether this change is the last one, which is only half done. */
    private boolean dies() throws IOException {
        int change = changes.incrementAndGet();
        if (change > deadlyChange) {
            throw new IOException("dead");
        }
        return change == deadlyChange;
    }

    @Override
    public FSDataOutputStream create(Path file, WriteMode mode) throws IOException {
        if (dies()) {
            try (var out = super.create(file, mode)) {
                out.write("input ha".getBytes(StandardCharsets.US_ASCII));
            }
            throw new IOException("died while it wrote " + file);
        }
        return super.create(file, mode);
    }

    /** Renames as S3 does: copies, then deletes the old file. */
    @Override
    public boolean rename(Path from, Path to) throws IOException {
        if (dies()) {
            Files.copy(local(from), local(to));
            throw new IOException("died while it renamed " + from);
        }
        return super.rename(from, to);
    }

    @Override
    public boolean delete(Path file, boolean recursive) throws IOException {
        boolean dies = dies();
        boolean deleted = super.delete(file, recursive);
        if (dies) {
            throw new IOException("died after it deleted " + file);
        }
        return deleted;
    }

    private static java.nio.file.Path local(Path file) {
        return java.nio.file.Path.of(file.getPath());
    }
}
