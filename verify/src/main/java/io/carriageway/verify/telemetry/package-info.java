/** Test input of topic vehicle-telemetry: a grid of streets, and seeded vehicles with faults. */
package io.carriageway.verify.telemetry;
