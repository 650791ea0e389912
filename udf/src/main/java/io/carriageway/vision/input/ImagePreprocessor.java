package io.carriageway.vision.input;

import io.carriageway.vision.UnreadablePictureException;
import io.carriageway.vision.picture.PictureConfig;
import io.carriageway.vision.picture.PictureDecoder;
import io.carriageway.vision.picture.PictureFile;
import io.carriageway.vision.picture.PictureMemory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * Converts a picture's bytes to a model's input tensor, which is one direct buffer that each picture overwrites. Not
 * thread-safe.
 */
public final class ImagePreprocessor {

    private final PictureDecoder decoder = new PictureDecoder();
    private final PictureConfig limits;
    private final PictureMemory memory;
    private final Letterbox letterbox;
    private final FloatBuffer tensor;

    public ImagePreprocessor(ModelInput input, PictureConfig limits) {
        this.limits = limits;
        this.memory = PictureMemory.of(limits);
        this.letterbox = new Letterbox(input);
        this.tensor = ByteBuffer.allocateDirect(3 * input.planeSize() * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /** The tensor: three planes of colour, 3 x height x width numbers. */
    public FloatBuffer tensor() {
        return tensor.rewind();
    }

    /** Checks the picture's file, then waits until there is memory to decode it. */
    public AdmittedPicture admit(byte[] picture) throws UnreadablePictureException, InterruptedException {
        PictureFile file = PictureFile.of(picture, limits);
        return new AdmittedPicture(this, file, memory.take(file.decodingBytes()));
    }

    /** Admits the picture, which may wait for memory, and fills the tensor. */
    public Fit look(byte[] picture) throws UnreadablePictureException {
        try (AdmittedPicture admitted = admit(picture)) {
            return admitted.look();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while a picture waited for memory", stopped);
        }
    }

    Fit look(PictureFile file) throws UnreadablePictureException {
        return letterbox.fill(decoder.decode(file), tensor);
    }
}
