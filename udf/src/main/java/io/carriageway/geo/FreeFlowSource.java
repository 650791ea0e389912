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
    /** It is a default for roads of this kind, because nothing is known about the road itself. */
    DERIVED;

    /** The text in tables and files. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FreeFlowSource> of(String text) {
        return Stream.of(values()).filter(source -> source.text().equals(text)).findFirst();
    }
}
