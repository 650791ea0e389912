/** A simulated city: its cameras, vehicles, weather stations and accident reports, as events with their true counts. */
package io.carriageway.city;
