/**
 * The one way in for events of every topic: decoded, judged, deduplicated; each is accepted, late, duplicate or
 * rejected.
 */
package io.carriageway.intake;
