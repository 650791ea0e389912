/** What the measurements share. */
package io.carriageway.bench;
