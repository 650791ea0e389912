package io.carriageway.vision;

/** Thrown if a picture cannot be examined. Its detail is for people and reveals nothing of the picture's content. */
public final class UnreadablePictureException extends Exception {

    private static final long serialVersionUID = 1L;

    private final PictureFault fault;
    private final String detail;

    public UnreadablePictureException(PictureFault fault, String detail) {
        super(fault.text() + ": " + detail);
        this.fault = fault;
        this.detail = detail;
    }

    /** @param where the place at which the file ends, such as "inside its header" */
    public static UnreadablePictureException truncated(String where) {
        return new UnreadablePictureException(PictureFault.PICTURE_TRUNCATED, "the file ends " + where);
    }

    public static UnreadablePictureException undecodable(String why) {
        return new UnreadablePictureException(PictureFault.PICTURE_UNDECODABLE, why);
    }

    public PictureFault fault() {
        return fault;
    }

    public String detail() {
        return detail;
    }
}
