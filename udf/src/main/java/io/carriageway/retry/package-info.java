/** What retry loops share: how they log failures without repeating themselves. */
package io.carriageway.retry;
