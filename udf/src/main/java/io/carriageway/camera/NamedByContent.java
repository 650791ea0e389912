package io.carriageway.camera;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.flink.runtime.execution.SuppressRestartsException;

/** Takes no other bytes for a kept picture than those that its address is made of; a changed one ends the job. */
public record NamedByContent(PictureStore store) implements PictureStore {

    private static final Pattern KEPT = Pattern.compile(".*/([0-9a-f]{64})");

    @Override
    public Optional<byte[]> read(String uri, int maxBytes) throws IOException {
        var picture = store.read(uri, maxBytes);
        var kept = KEPT.matcher(uri);
        // of one that is larger than what is read, the hash is not known
        if (kept.matches() && picture.isPresent() && picture.get().length <= maxBytes) {
            requireBytesOf(kept.group(1), picture.get(), uri);
        }
        return picture;
    }

    private static void requireBytesOf(String hash, byte[] picture, String uri) {
        var found = DigestUtils.sha256Hex(picture);
        if (!found.equals(hash)) {
            throw new SuppressRestartsException(new IllegalStateException(
                    "The picture at %s is not what was kept there: its SHA-256 is %s".formatted(uri, found)));
        }
    }
}
