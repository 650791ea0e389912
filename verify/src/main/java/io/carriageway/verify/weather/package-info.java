/** Test input of topic weather: seeded observations of four stations with faults. */
package io.carriageway.verify.weather;
