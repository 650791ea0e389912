/** Code that the measurements share. */
package io.carriageway.bench;
