package io.carriageway.verify.oracle;

import com.uber.h3core.H3Core;
import com.uber.h3core.util.LatLng;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Computes the zones of the tables, which are H3 cells of resolution 8, by H3's own library. */
public final class Zones {

    private static final int RESOLUTION = 8;

    private final H3Core h3;

    public Zones() {
        try {
            h3 = H3Core.newInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String at(double latitude, double longitude) {
        return h3.latLngToCellAddress(latitude, longitude, RESOLUTION);
    }

    public LatLng centreOf(String zone) {
        return h3.cellToLatLng(zone);
    }
}
