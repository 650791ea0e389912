/** Runs jobs against secured servers. */
package io.carriageway.verify.secure;
