package io.carriageway.camera.picture;

/** What a store says when it is asked for a picture. */
public sealed interface PictureAnswer {

    /** An answer that holds for good: the frame's verdict follows from it. */
    sealed interface Verdict extends PictureAnswer {}

    /** The picture, or the first bytes of one that is too large. */
    record Found(byte[] picture) implements Verdict {}

    /** The store says with authority that it has no such object. */
    record NotFound() implements Verdict {}

    /** The store never gives this object, for the reason in {@code detail}. */
    record Denied(String detail) implements Verdict {}

    /** The store does not say whether the object exists: it may be missing, or the right to read it may be lost. */
    record Forbidden(String detail) implements PictureAnswer {}

    /** Nothing was said about the object; {@code code} is the store's error code, or the failure's name. */
    record Unavailable(String code, String detail) implements PictureAnswer {}
}
