package io.carriageway.geo;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a free-flow speed comes from. */
public enum FreeFlowSource {
    /** The road file states it. */
    GIVEN,
    /** It is the road's posted speed limit. */
    MAXSPEED,
    /** It is a default for roads of its kind, as nothing is known of the road itself. */
    DERIVED;

    /** As tables and files have it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FreeFlowSource> of(String text) {
        return Stream.of(values()).filter(source -> source.text().equals(text)).findFirst();
    }
}
