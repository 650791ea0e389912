package io.carriageway.sandbox.demo.totals;

import java.util.ArrayList;
import java.util.List;

/** Collects every disagreement between numbers that were counted independently. */
final class Faults {

    private final List<String> found = new ArrayList<>();

    void add(String fault) {
        found.add(fault);
    }

    void compare(String what, long is, String other, long should) {
        if (is != should) {
            add(what + " are " + is + ", but " + other + " are " + should);
        }
    }

    List<String> found() {
        return List.copyOf(found);
    }
}
