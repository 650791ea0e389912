/** Lines across lanes, and which vehicles drive over them when. */
package io.carriageway.city.counter;
