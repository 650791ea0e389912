package io.carriageway.intake;

/** What intake decides about one record. A function of its bytes, the configuration and the records before it. */
public sealed interface Verdict<E> {

    record Accepted<E>(E event) implements Verdict<E> {}

    record Duplicate<E>() implements Verdict<E> {}

    record Late<E>(E event) implements Verdict<E> {}

    record Refused<E>(Rejection rejection) implements Verdict<E> {}
}
