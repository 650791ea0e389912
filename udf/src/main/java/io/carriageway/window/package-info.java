/** Event-time windows whose rows do not depend on the order of events, and the steps that keep time. */
package io.carriageway.window;
