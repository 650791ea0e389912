package io.carriageway.jobs.io.jdbc.publish;

/**
 * What a bounded run did to a table, in rows.
 *
 * @param replaced whose content changed; new bookkeeping (event_count, revision, complete) alone is no change
 * @param kept that the run computed, and the table has already, or newer
 * @param removed of lower revisions, that the run did not find again
 */
public record PublishResult(String table, long added, long replaced, long kept, long removed) {}
