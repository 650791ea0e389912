package io.carriageway.sandbox.demo.totals;

/**
 * The ledger of a topic added up over its minutes.
 *
 * @param balanced whether every single minute's received is the sum of its verdicts
 */
public record LedgerSum(long received, long accepted, long duplicate, long late, long rejected, boolean balanced) {

    static final LedgerSum NONE = new LedgerSum(0, 0, 0, 0, 0, true);
}
