/** What happens in the simulated city: roads, traffic, weather and accidents, from a seed alone. */
package io.carriageway.city.world;
