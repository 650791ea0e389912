package io.carriageway.jobs.io.lake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.fs.RecoverableWriter;
import org.apache.flink.core.fs.RecoverableWriter.CommitRecoverable;
import org.apache.flink.core.io.SimpleVersionedSerialization;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** A written file that is invisible until it is committed. */
record PendingFile(Path path, CommitRecoverable contents) {

    /** Makes the file visible, and replaces one of the same name. Idempotent. */
    void commit() throws IOException {
        writerOf(path).recoverForCommit(contents).commitAfterRecovery();
    }

    static RecoverableWriter writerOf(Path path) throws IOException {
        return path.getFileSystem().createRecoverableWriter();
    }

    /** Serializes pending files for checkpoints. */
    static final class Serializer implements SimpleVersionedSerializer<PendingFile> {

        private static final int VERSION = 1;

        @Override
        public int getVersion() {
            return VERSION;
        }

        @Override
        public byte[] serialize(PendingFile file) throws IOException {
            var serializer = writerOf(file.path()).getCommitRecoverableSerializer();
            var contents = SimpleVersionedSerialization.writeVersionAndSerialize(serializer, file.contents());
            var bytes = new ByteArrayOutputStream();
            try (var out = new DataOutputStream(bytes)) {
                out.writeUTF(file.path().toString());
                out.writeInt(contents.length);
                out.write(contents);
            }
            return bytes.toByteArray();
        }

        @Override
        public PendingFile deserialize(int version, byte[] serialized) throws IOException {
            if (version != VERSION) {
                throw new IOException("unknown version %d of pending files".formatted(version));
            }
            try (var in = new DataInputStream(new ByteArrayInputStream(serialized))) {
                var path = new Path(in.readUTF());
                var contents = in.readNBytes(in.readInt());
                var serializer = writerOf(path).getCommitRecoverableSerializer();
                return new PendingFile(
                        path, SimpleVersionedSerialization.readVersionAndDeSerialize(serializer, contents));
            }
        }
    }
}
