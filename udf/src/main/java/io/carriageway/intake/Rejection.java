package io.carriageway.intake;

import io.carriageway.text.Printable;
import java.io.Serializable;

/**
 * Why a record is refused.
 *
 * @param reason one of a fixed list of kebab-case words, for programs
 * @param detail what exactly is wrong, for people; contains no picture, no secret and no control character; cut if it
 *     is longer than the limit of every letter
 */
public record Rejection(String reason, String detail) implements Serializable {

    public Rejection {
        detail = Printable.of(DeadLetterConfig.longestDetail(detail));
    }
}
