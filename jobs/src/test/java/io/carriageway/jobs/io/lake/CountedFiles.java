package io.carriageway.jobs.io.lake;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystemFactory;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.fs.RecoverableFsDataOutputStream;
import org.apache.flink.core.fs.RecoverableWriter;
import org.apache.flink.core.fs.local.LocalFileSystem;
import org.apache.flink.core.fs.local.LocalRecoverableWriter;

/** Local files under their own scheme, which counts the files that recoverable writers have open at once. */
final class CountedFiles extends LocalFileSystem {

    private static final String SCHEME = "counted";
    private static final AtomicInteger OPEN = new AtomicInteger();
    private static final AtomicInteger MOST = new AtomicInteger();

    /** Registered with Flink in META-INF/services. */
    public static final class Factory implements FileSystemFactory {

        @Override
        public String getScheme() {
            return SCHEME;
        }

        @Override
        public FileSystem create(URI uri) {
            return new CountedFiles();
        }
    }

    static String uri(java.nio.file.Path folder) {
        return SCHEME + "://" + folder.toUri().getPath();
    }

    /** Resets the count. */
    static void reset() {
        OPEN.set(0);
        MOST.set(0);
    }

    /** The greatest number of files that were open at once. */
    static int most() {
        return MOST.get();
    }

    @Override
    public LocalRecoverableWriter createRecoverableWriter() {
        return new Writer(this);
    }

    @Override
    public URI getUri() {
        return URI.create(SCHEME + ":///");
    }

    private static final class Writer extends LocalRecoverableWriter {

        Writer(LocalFileSystem files) {
            super(files);
        }

        @Override
        public RecoverableFsDataOutputStream open(Path path) throws IOException {
            var out = super.open(path);
            MOST.accumulateAndGet(OPEN.incrementAndGet(), Math::max);
            return new Counted(out);
        }
    }

    private static final class Counted extends RecoverableFsDataOutputStream {

        private final RecoverableFsDataOutputStream out;
        private boolean isOpen = true;

        Counted(RecoverableFsDataOutputStream out) {
            this.out = out;
        }

        private void leave() {
            if (isOpen) {
                isOpen = false;
                OPEN.decrementAndGet();
            }
        }

        @Override
        public Committer closeForCommit() throws IOException {
            leave();
            return out.closeForCommit();
        }

        @Override
        public void close() throws IOException {
            leave();
            out.close();
        }

        @Override
        public RecoverableWriter.ResumeRecoverable persist() throws IOException {
            return out.persist();
        }

        @Override
        public long getPos() throws IOException {
            return out.getPos();
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void sync() throws IOException {
            out.sync();
        }
    }
}
