/** Test input of topic accident: seeded reports with faults, and the weather that their job also reads. */
package io.carriageway.verify.accident;
