package io.carriageway.verify.topic;

import io.carriageway.verify.oracle.Oracle;
import io.carriageway.verify.oracle.Trial.Input;
import java.sql.SQLException;
import java.util.List;

/**
 * Something that an owner job needs beside its own topic: roads, a topic that it reads or fills, or reference data. It
 * is declared once, for the run and for the oracle.
 */
public interface Companion {

    /** Adds it to a run that is being built: options, topics, files. */
    default void join(TopicRun run) throws Exception {}

    /** Writes the parts of a seed's input that must exist before the job starts. */
    default void prepare(TopicRun run, long seed) throws Exception {}

    /** The records of a seed's input for topics other than the job's own. */
    default List<Input> inputs(TopicRun run, long seed) {
        return List.of();
    }

    /** Fills tables of the oracle's input, before the job's records. */
    default void tell(Oracle oracle, TopicRun run) throws Exception {}

    /** Fails if the job's results from it differ from the oracle's, whose views exist by then. */
    default void agree(Oracle oracle) throws SQLException {}
}
