package io.carriageway.window;

import java.io.Serializable;

/**
 * Aggregates the elements of a window into a row. {@code add} must not depend on the order of the elements, so that
 * streaming and replay agree.
 */
public interface WindowAggregate<K, E, A, R> extends Serializable {

    /** The time that decides the element's window, in milliseconds since the epoch. */
    long timeMillis(E element);

    A empty();

    A add(A sum, E element);

    R row(K key, long windowStart, A sum, boolean complete);
}
