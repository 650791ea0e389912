package io.carriageway.city;

import io.carriageway.city.world.SeededRandom;

/** The delay of a topic's events from device to topic: mostly short, sometimes long. */
record NetworkDelay(long seed, long salt, long shortestMillis, long longestMillis) {

    long delayMillis(long... event) {
        long[] salts = new long[event.length + 1];
        salts[0] = salt;
        System.arraycopy(event, 0, salts, 1, event.length);
        double luck = SeededRandom.of(seed, salts).uniform();
        return shortestMillis + Math.round((longestMillis - shortestMillis) * luck * luck * luck * luck);
    }
}
