/** Makes the savepoints that later versions must be able to restore. */
package io.carriageway.verify.upgrade;
