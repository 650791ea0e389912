package io.carriageway.intake;

import java.io.Serializable;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;

/** The side outputs of an {@link Intake}: whatever is not accepted, and its line in the ledger. */
public record IntakeOutputs<E>(OutputTag<Arrived<E>> late, OutputTag<Rejected> rejected, OutputTag<LedgerEntry> ledger)
        implements Serializable {

    public static <E> IntakeOutputs<E> of(TypeInformation<Arrived<E>> arrived) {
        return new IntakeOutputs<>(
                new OutputTag<>("late", arrived),
                new OutputTag<>("rejected", TypeInformation.of(Rejected.class)),
                new OutputTag<>("ledger", TypeInformation.of(LedgerEntry.class)));
    }
}
