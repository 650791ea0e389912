package io.carriageway.vision.picture;

import io.carriageway.vision.UnreadablePictureException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * Turns a picture's bytes into a model's input tensor. The tensor is one direct buffer, filled again by each picture;
 * for one thread.
 */
public final class PictureEye implements AutoCloseable {

    private final PictureDecoder decoder;
    private final Letterbox letterbox;
    private final FloatBuffer tensor;

    public PictureEye(ModelInput input, PictureLimits limits) {
        this.decoder = new PictureDecoder(limits);
        this.letterbox = new Letterbox(input);
        this.tensor = ByteBuffer.allocateDirect(3 * input.planeSize() * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /** Planes of colour, three times height times width numbers. */
    public FloatBuffer tensor() {
        return tensor.rewind();
    }

    public Fit look(byte[] picture) throws UnreadablePictureException {
        return letterbox.fill(decoder.decode(picture), tensor);
    }

    @Override
    public void close() {
        decoder.close();
    }
}
