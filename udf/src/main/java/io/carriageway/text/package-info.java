/** Text from outside: checks identifiers, and makes text safe to print. */
package io.carriageway.text;
