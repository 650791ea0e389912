package io.carriageway.window;

import java.io.Serializable;

/**
 * How elements fold into partial results before a shuffle. Partials must add up to the same whatever elements share
 * one, so that it leaves no trace when they are handed on.
 *
 * @param <C> the cell of an element; elements of equal cells fold into one partial
 * @param <A> the partial while it grows; never leaves the operator
 */
public interface PreAggregateFunction<E, C, A, P> extends Serializable {

    C cell(E element);

    A open(C cell);

    void add(A growing, E element);

    P close(C cell, A growing);
}
