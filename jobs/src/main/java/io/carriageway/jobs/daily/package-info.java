/** What a day needs when it is over: compaction, corrections, partitions and leftovers of killed runs. */
package io.carriageway.jobs.daily;
