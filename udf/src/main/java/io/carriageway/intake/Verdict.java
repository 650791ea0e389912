package io.carriageway.intake;

/**
 * The verdict of intake on one record. It depends only on the record's bytes, the configuration and the records before
 * it.
 */
public sealed interface Verdict<E> {

    record Accepted<E>(E event) implements Verdict<E> {}

    record Duplicate<E>() implements Verdict<E> {}

    record Late<E>(E event) implements Verdict<E> {}

    record Refused<E>(Rejection rejection) implements Verdict<E> {}
}
