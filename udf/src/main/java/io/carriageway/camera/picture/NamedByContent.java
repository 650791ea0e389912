package io.carriageway.camera.picture;

import io.carriageway.camera.picture.PictureAnswer.Found;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.execution.SuppressRestartsException;

/**
 * Checks that a kept picture has the bytes from which its address was made; a changed picture fails the job. Only
 * addresses from {@link #kept} are checked: senders may name their objects as they like.
 */
public record NamedByContent(PictureStore store) implements PictureStore {

    /** No sender's address begins like this: {@link PictureUri} accepts only s3://. */
    private static final String MARK = "kept:";

    private static final Pattern KEPT = Pattern.compile(".*/([0-9a-f]{2})/(\\1[0-9a-f]{62})");

    /** Marks an address from the lake's column {@code kept_uri}. */
    public static String kept(String keptUri) {
        return MARK + keptUri;
    }

    /** The address without the mark. */
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
            // the hash of a picture that is larger than what is read is not known
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
