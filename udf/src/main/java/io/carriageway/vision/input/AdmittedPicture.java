package io.carriageway.vision.input;

import io.carriageway.vision.UnreadablePictureException;
import io.carriageway.vision.picture.PictureFile;
import io.carriageway.vision.picture.PictureMemory;

/** A picture that is within its limits and has reserved the memory to decode it. */
public final class AdmittedPicture implements AutoCloseable {

    private final ImagePreprocessor preprocessor;
    private final PictureFile file;
    private final PictureMemory.Share share;

    AdmittedPicture(ImagePreprocessor preprocessor, PictureFile file, PictureMemory.Share share) {
        this.preprocessor = preprocessor;
        this.file = file;
        this.share = share;
    }

    /** Fills the preprocessor's tensor with the picture, and then releases the memory. */
    public Fit look() throws UnreadablePictureException {
        try (share) {
            return preprocessor.look(file);
        }
    }

    /** Releases the memory if that was not done yet. Thread-safe. */
    @Override
    public void close() {
        share.close();
    }
}
