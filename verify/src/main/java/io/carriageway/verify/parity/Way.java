package io.carriageway.verify.parity;

import java.util.List;
import java.util.stream.Stream;

/** One replay of the hour: its kind, and whether it covers only the middle. */
record Way(Mode mode, boolean middle) {

    /** Each mode, for the whole hour and for its middle. */
    static List<Way> all() {
        return Stream.of(Mode.values())
                .flatMap(mode -> Stream.of(new Way(mode, false), new Way(mode, true)))
                .toList();
    }
}
