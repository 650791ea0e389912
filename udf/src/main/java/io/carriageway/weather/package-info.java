/** Weather observations: validation, sums and ten-minute rows. */
package io.carriageway.weather;
