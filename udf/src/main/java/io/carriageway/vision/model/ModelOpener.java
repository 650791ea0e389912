package io.carriageway.vision.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;

/** Opens the file at an address. Serializable, because models are opened where the job runs. */
@FunctionalInterface
public interface ModelOpener extends Serializable {

    InputStream open(String location) throws IOException;
}
