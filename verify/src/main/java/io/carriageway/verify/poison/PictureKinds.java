package io.carriageway.verify.poison;

import static io.carriageway.verify.poison.PoisonKind.ACCEPTED;
import static io.carriageway.verify.poison.PoisonKind.ofEvent;
import static io.carriageway.verify.poison.PoisonTopic.CAMERA;

import io.carriageway.event.CameraFrame;
import io.carriageway.jobs.io.files.BucketArchive;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Frames whose picture, embedded or by address, cannot be decoded or fetched. */
final class PictureKinds {

    /** Memory that decoding one picture may use. */
    private static final int DECODING_MEGABYTES = 128;

    /** The folder of the bucket that frames may read. */
    static final String FOLDER = "poison";

    /** A key like those of stored pictures, which are named by their SHA-256. */
    private static final String MISNAMED = FOLDER + "/00/" + "0".repeat(64);

    private PictureKinds() {}

    static List<PoisonKind> inFrames() {
        return List.of(
                picture("no picture bytes", "picture-empty", () -> new byte[0]),
                picture("HTML page instead of a picture", "picture-not-an-image", () -> bytes("<!DOCTYPE html>")),
                picture("half a JPEG", "picture-truncated", PictureKinds::halfJpeg),
                picture("PNG of 6324x6324, 16 bit RGBA", "picture-too-large", () -> PictureFiles.png(6324, 6324, 16)),
                picture("PNG header alone, 4000x4000", "picture-undecodable", () -> PictureFiles.pngHeader(4000, 4000)),
                picture("PNG with more data than pixels", ACCEPTED, () -> PictureFiles.png(64, 64, 8, 400_000)),
                picture(
                        "PNG without its palette",
                        "picture-undecodable",
                        () -> PictureFiles.pngWithoutPalette(3000, 3000)),
                picture(
                        "JPEG of 100 scans, 4000x4000",
                        "picture-too-large",
                        () -> PictureFiles.withScans(PictureFiles.progressiveJpeg(4000, 4000), 90)),
                picture(
                        "JPEG in arithmetic coding",
                        "picture-undecodable",
                        () -> PictureFiles.withProcess(PictureFiles.jpeg(64, 48), 0xC9)),
                picture(
                        "lossless JPEG",
                        "picture-undecodable",
                        () -> PictureFiles.withProcess(PictureFiles.jpeg(64, 48), 0xC3)),
                picture(
                        "JPEG of 12 bit",
                        "picture-undecodable",
                        () -> PictureFiles.withPrecision(PictureFiles.jpeg(64, 48), 12)),
                picture(
                        "JPEG with 100 surplus bytes",
                        "picture-undecodable",
                        () -> PictureFiles.withSurplus(PictureFiles.jpeg(64, 48), 100)),
                picture(
                        "JPEG with 2 surplus bytes",
                        ACCEPTED,
                        () -> PictureFiles.withSurplus(PictureFiles.jpeg(64, 48), 2)),
                picture("WebP, lossy", ACCEPTED, () -> NewFormatFiles.webp("Lossy")),
                picture("WebP, lossless", ACCEPTED, () -> NewFormatFiles.webp("Lossless")),
                picture("half a WebP", "picture-truncated", PictureKinds::halfWebp),
                picture("WebP of 16384x16384", "picture-too-large", NewFormatFiles::hugeWebp),
                picture(
                        "WebP with a chunk of 4 GB",
                        "picture-undecodable",
                        () -> NewFormatFiles.withEndlessChunk(NewFormatFiles.webp("Lossy"))),
                picture("AVIF", "picture-not-supported", () -> NewFormatFiles.iso("avif")),
                picture("HEIC", "picture-not-supported", () -> NewFormatFiles.iso("heic")),
                picture("GIF", "picture-not-supported", () -> bytes("GIF89a")));
    }

    /** Addresses into the one bucket of which a folder is allowed. */
    static List<PoisonKind> byReference(String bucket) {
        return List.of(
                address("address with ..", "uri-invalid", "s3://%s/../x".formatted(bucket)),
                address("address with .", "uri-invalid", "s3://%s/a/./x".formatted(bucket)),
                address("address with a line break", "uri-invalid", "s3://%s/a\nb".formatted(bucket)),
                address("address of 1,025 bytes", "uri-invalid", "s3://%s/%s".formatted(bucket, "k".repeat(1025))),
                address("address without a key", "uri-invalid", "s3://%s/".formatted(bucket)),
                address("address of another bucket", "bucket-not-allowed", "s3://other/x.jpg"),
                address("address outside of the folder", "bucket-not-allowed", "s3://%s/x.jpg".formatted(bucket)),
                address("address not in S3", "scheme-not-allowed", "http://127.0.0.1/x.jpg"),
                address("missing object", "picture-not-found", "s3://%s/%s/missing.jpg".formatted(bucket, FOLDER)),
                address("missing object, %00", "picture-not-found", "s3://%s/%s/a%%00b".formatted(bucket, FOLDER)),
                address(
                        "missing object, blank and ?",
                        "picture-not-found",
                        "s3://%s/%s/a b?c#d".formatted(bucket, FOLDER)),
                address("object under a hash that is not its own", ACCEPTED, "s3://%s/%s".formatted(bucket, MISNAMED))
                        .within(DECODING_MEGABYTES));
    }

    /** Puts the objects that the addresses need into the bucket. */
    static void putObjects(String bucket) throws IOException {
        new BucketArchive().put("s3://%s/%s".formatted(bucket, MISNAMED), PictureFiles.jpeg(64, 48));
    }

    private static PoisonKind picture(String name, String expected, Supplier<byte[]> picture) {
        return ofEvent(CAMERA, name, expected, event -> ((CameraFrame) event).setImage(ByteBuffer.wrap(picture.get())))
                .within(DECODING_MEGABYTES);
    }

    private static PoisonKind address(String name, String expected, String address) {
        return ofEvent(CAMERA, name, expected, event -> {
            var frame = (CameraFrame) event;
            frame.setImage(null);
            frame.setImageUri(address);
        });
    }

    private static byte[] halfWebp() {
        var whole = NewFormatFiles.webp("Lossy");
        return Arrays.copyOf(whole, whole.length / 2);
    }

    private static byte[] halfJpeg() {
        var whole = PictureFiles.jpeg(640, 480);
        return Arrays.copyOf(whole, whole.length / 2);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
