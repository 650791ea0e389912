package io.carriageway.verify.topic;

import io.carriageway.verify.oracle.Oracle;
import io.carriageway.verify.oracle.Trial.Input;
import java.sql.SQLException;
import java.util.List;

/**
 * What an owner job has beside its own topic: roads, a topic that it reads or fills, reference data. Each is told of in
 * one place, to the run and to the oracle.
 */
public interface Companion {

    /** Gives it to a run that is being made: options, topics, files. */
    default void join(TopicRun run) throws Exception {}

    /** Writes what belongs to the input of a seed and must be there before the job starts. */
    default void prepare(TopicRun run, long seed) throws Exception {}

    /** What is sent to other topics than the job's own, with the input of a seed. */
    default List<Input> inputs(TopicRun run, long seed) {
        return List.of();
    }

    /** Fills tables of the oracle's input, before the job's records. */
    default void tell(Oracle oracle, TopicRun run) throws Exception {}

    /** Fails where what the job made of it is not what the oracle has, whose views are there now. */
    default void agree(Oracle oracle) throws SQLException {}
}
