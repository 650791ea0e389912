package io.carriageway.verify.parity;

import java.util.List;
import java.util.stream.Stream;

/** One time that the hour is run again: how, and whether only its middle. */
record Way(Mode mode, boolean middle) {

    /** Each mode, of the whole and of the middle. */
    static List<Way> all() {
        return Stream.of(Mode.values())
                .flatMap(mode -> Stream.of(new Way(mode, false), new Way(mode, true)))
                .toList();
    }
}
