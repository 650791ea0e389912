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

/** A file that is written, and that nobody sees before it is committed. */
record PendingFile(Path path, CommitRecoverable contents) {

    /** Makes the file visible; where it is already, changes nothing. One of the same name is replaced. */
    void commit() throws IOException {
        writerOf(path).recoverForCommit(contents).commitAfterRecovery();
    }

    static RecoverableWriter writerOf(Path path) throws IOException {
        return path.getFileSystem().createRecoverableWriter();
    }

    /** For checkpoints. */
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
                throw new IOException("pending files of version %d are unknown".formatted(version));
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
