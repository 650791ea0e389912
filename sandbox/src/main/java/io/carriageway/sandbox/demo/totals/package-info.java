/** Reads the totals of the demo's topics, tables, ledger and lake, and checks that they agree. */
package io.carriageway.sandbox.demo.totals;
