package io.carriageway.intake;

import java.io.Serializable;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;

/** The side outputs of an {@link Intake}: records that are not accepted, and the ledger. */
public record IntakeOutputs<E>(
        OutputTag<ReceivedEvent<E>> late, OutputTag<Rejected> rejected, OutputTag<LedgerEntry> ledger)
        implements Serializable {

    public static <E> IntakeOutputs<E> of(TypeInformation<ReceivedEvent<E>> received) {
        return new IntakeOutputs<>(
                new OutputTag<>("late", received),
                new OutputTag<>("rejected", TypeInformation.of(Rejected.class)),
                new OutputTag<>("ledger", TypeInformation.of(LedgerEntry.class)));
    }
}
