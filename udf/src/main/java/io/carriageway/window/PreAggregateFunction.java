package io.carriageway.window;

import java.io.Serializable;

/**
 * Folds elements into partial results before a shuffle. The sum of the partials must not depend on which elements share
 * one, because partials are emitted at arbitrary times.
 *
 * @param <C> the cell of an element; elements of equal cells are folded into one partial
 * @param <A> the growing partial; never leaves the operator
 */
public interface PreAggregateFunction<E, C, A, P> extends Serializable {

    C cell(E element);

    A open(C cell);

    void add(A growing, E element);

    P close(C cell, A growing);
}
