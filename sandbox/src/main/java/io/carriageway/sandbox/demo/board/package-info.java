/** What the demo draws on the terminal while it runs. */
package io.carriageway.sandbox.demo.board;
