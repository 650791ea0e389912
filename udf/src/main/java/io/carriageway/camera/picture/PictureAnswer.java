package io.carriageway.camera.picture;

/** The answer of a store to a request for a picture. */
public sealed interface PictureAnswer {

    /** A definite answer, which decides the frame's verdict. */
    sealed interface Verdict extends PictureAnswer {}

    /** The picture, or its first bytes if it is too large. */
    record Found(byte[] picture) implements Verdict {}

    /** The store has no such object. */
    record NotFound() implements Verdict {}

    /** The store will never return this object; {@code detail} says why. */
    record Denied(String detail) implements Verdict {}

    /**
     * The store does not say whether the object exists: it may be missing, or the job may have lost the right to read
     * it.
     */
    record Forbidden(String detail) implements PictureAnswer {}

    /** The store gave no answer about the object. {@code code} is its error code, or the name of the failure. */
    record Unavailable(String code, String detail) implements PictureAnswer {}
}
