/** What topics, tables, ledger and lake of the demo hold, and whether it adds up. */
package io.carriageway.sandbox.demo.totals;
