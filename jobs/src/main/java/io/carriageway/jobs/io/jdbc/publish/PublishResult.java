package io.carriageway.jobs.io.jdbc.publish;

/**
 * The rows that a bounded run added to, replaced, kept and removed from a table.
 *
 * @param replaced rows whose content changed; new bookkeeping (event_count, revision, complete) alone is no change
 * @param kept rows that the run computed and that the table already had, equal or newer
 * @param removed rows of lower revisions that the run did not find again
 */
public record PublishResult(String table, long added, long replaced, long kept, long removed) {

    public String summary() {
        return "%s: %d rows added, %d replaced, %d kept, %d removed".formatted(table, added, replaced, kept, removed);
    }
}
