/** Test input of topic traffic-count: seeded counts of eight sites with faults. */
package io.carriageway.verify.count;
