package io.carriageway.camera;

import io.carriageway.camera.PictureAnswer.Found;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.execution.SuppressRestartsException;

/** Takes no other bytes for a kept picture than those that its address is made of; a changed one ends the job. */
public record NamedByContent(PictureStore store) implements PictureStore {

    private static final Pattern KEPT = Pattern.compile(".*/([0-9a-f]{64})");

    @Override
    public PictureReader open(Configuration flink) {
        return new Checked(store.open(flink));
    }

    private record Checked(PictureReader reader) implements PictureReader {

        @Override
        public PictureAnswer read(String uri, int maxBytes) {
            var answer = reader.read(uri, maxBytes);
            var kept = KEPT.matcher(uri);
            // of one that is larger than what is read, the hash is not known
            if (kept.matches() && answer instanceof Found found && found.picture().length <= maxBytes) {
                requireBytesOf(kept.group(1), found.picture(), uri);
            }
            return answer;
        }

        @Override
        public void close() {
            reader.close();
        }
    }

    private static void requireBytesOf(String hash, byte[] picture, String uri) {
        var found = DigestUtils.sha256Hex(picture);
        if (!found.equals(hash)) {
            throw new SuppressRestartsException(new IllegalStateException(
                    "The picture at %s is not what was kept there: its SHA-256 is %s".formatted(uri, found)));
        }
    }
}
