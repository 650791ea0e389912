/**
 * Event-time windows whose rows do not depend on the order of events, and operators that handle watermarks and
 * idleness.
 */
package io.carriageway.window;
