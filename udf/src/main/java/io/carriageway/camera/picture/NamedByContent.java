package io.carriageway.camera.picture;

import io.carriageway.camera.picture.PictureAnswer.Found;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.execution.SuppressRestartsException;

/**
 * Takes no other bytes for a kept picture than those that its address is made of; a changed one ends the job. Only
 * addresses that {@link #kept} gave are looked at: a sender may name his objects as he likes.
 */
public record NamedByContent(PictureStore store) implements PictureStore {

    /** No address of a sender begins so: {@link PictureUri} lets none pass but s3://. */
    private static final String MARK = "kept:";

    private static final Pattern KEPT = Pattern.compile(".*/([0-9a-f]{2})/(\\1[0-9a-f]{62})");

    /** Marks an address as one that the lake has in {@code kept_uri}. */
    public static String kept(String keptUri) {
        return MARK + keptUri;
    }

    /** An address as it is in the store, marked or not. */
    static String plain(String uri) {
        return uri.startsWith(MARK) ? uri.substring(MARK.length()) : uri;
    }

    @Override
    public PictureReader open(Configuration flink) {
        return new Checked(store.open(flink));
    }

    private record Checked(PictureReader reader) implements PictureReader {

        @Override
        public PictureAnswer read(String uri, int maxBytes) {
            return checked(uri, reader.read(plain(uri), maxBytes), maxBytes);
        }

        @Override
        public PictureAnswer readSoon(String uri, int maxBytes) {
            return checked(uri, reader.readSoon(plain(uri), maxBytes), maxBytes);
        }

        private static PictureAnswer checked(String uri, PictureAnswer answer, int maxBytes) {
            var address = plain(uri);
            var kept = KEPT.matcher(address);
            // of one that is larger than what is read, the hash is not known
            if (uri.startsWith(MARK)
                    && kept.matches()
                    && answer instanceof Found found
                    && found.picture().length <= maxBytes) {
                requireBytesOf(kept.group(2), found.picture(), address);
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
