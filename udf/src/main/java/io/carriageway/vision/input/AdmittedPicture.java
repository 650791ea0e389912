package io.carriageway.vision.input;

import io.carriageway.vision.UnreadablePictureException;
import io.carriageway.vision.picture.PictureFile;
import io.carriageway.vision.picture.PictureMemory;

/** A picture that was found within its limits and holds the memory to decode it. */
public final class AdmittedPicture implements AutoCloseable {

    private final ImagePreprocessor preprocessor;
    private final PictureFile file;
    private final PictureMemory.Share share;

    AdmittedPicture(ImagePreprocessor preprocessor, PictureFile file, PictureMemory.Share share) {
        this.preprocessor = preprocessor;
        this.file = file;
        this.share = share;
    }

    /** Fills the eye's tensor. The memory is free again as soon as the tensor has what it needs of the picture. */
    public Fit look() throws UnreadablePictureException {
        try (share) {
            return preprocessor.look(file);
        }
    }

    /** Gives the memory back, if that was not done yet; any thread may do it. */
    @Override
    public void close() {
        share.close();
    }
}
