package io.carriageway.jobs.replay;

import java.io.Serializable;
import java.time.Instant;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/**
 * Passes the rows of a bounded run that are final and in its range, with its revision.
 *
 * @param timeColumn the time that decides whether a row belongs to the range
 */
public record ReplayRangeFilter<R extends SpecificRecordBase>(Replay range, String timeColumn, int revision)
        implements FlatMapFunction<R, R>, Serializable {

    private static final String COMPLETE = "complete";
    private static final String REVISION = "revision";

    @Override
    public void flatMap(R row, Collector<R> out) {
        if (isFinal(row) && range.covers((Instant) row.get(timeColumn))) {
            out.collect(revised(row));
        }
    }

    /** Whether a row is final. Rows of single events do not change, so they always are. */
    public static boolean isFinal(SpecificRecordBase row) {
        return !row.hasField(COMPLETE) || (boolean) row.get(COMPLETE);
    }

    private R revised(R row) {
        if (revision == 0 || !row.hasField(REVISION)) {
            return row;
        }
        R revised = SpecificData.get().deepCopy(row.getSchema(), row);
        revised.put(REVISION, revision);
        return revised;
    }
}
