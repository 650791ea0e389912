/** Draws the live view of the demo on the terminal. */
package io.carriageway.sandbox.demo.board;
