package io.carriageway.intake;

import io.carriageway.text.Printable;
import java.io.Serializable;

/**
 * Why a record is refused.
 *
 * @param reason one of a fixed list of kebab-case words, for machines
 * @param detail what exactly was wrong, for a person; holds no picture, no secret and no control character; cut where
 *     it is longer than any letter's
 */
public record Rejection(String reason, String detail) implements Serializable {

    public Rejection {
        detail = Printable.of(DeadLetterConfig.longestDetail(detail));
    }
}
