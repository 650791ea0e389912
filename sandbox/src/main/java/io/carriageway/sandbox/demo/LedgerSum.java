package io.carriageway.sandbox.demo;

/**
 * The ledger of topic camera added up over its minutes.
 *
 * @param balanced whether every single minute's received is the sum of its verdicts
 */
record LedgerSum(long received, long accepted, long duplicate, long late, long rejected, boolean balanced) {}
