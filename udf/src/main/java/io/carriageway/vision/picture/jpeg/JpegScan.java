package io.carriageway.vision.picture.jpeg;

import static io.carriageway.vision.UnreadablePictureException.undecodable;

import io.carriageway.vision.UnreadablePictureException;
import java.util.ArrayList;
import java.util.List;

/**
 * A JPEG's scan header: its components with their Huffman tables, and which coefficients and bits of them it contains.
 */
public record JpegScan(List<Member> members, int first, int last, int high, int low) {

    private static final int MAX_BLOCKS_IN_UNIT = 10;
    private static final int LAST_COEFFICIENT = 63;
    private static final int MAX_POINT_TRANSFORM = 13;

    /** A component of the frame, by its index there, and the numbers of its Huffman tables. */
    public record Member(int index, JpegFrame.Component component, int dcTable, int acTable) {}

    public static JpegScan read(byte[] bytes, int at, int end, JpegFrame frame) throws UnreadablePictureException {
        int count = end > at + 4 ? bytes[at + 4] & 0xFF : 0;
        if (count < 1 || count > frame.components().size() || end != at + 8 + 2 * count) {
            throw undecodable("a JPEG scan header of the wrong length");
        }
        int last = end - 3;
        List<Member> members = new ArrayList<>();
        for (int selector = at + 5; selector < last; selector += 2) {
            int index = frame.indexOf(bytes[selector] & 0xFF);
            if (index < 0 || members.stream().anyMatch(other -> other.index == index)) {
                throw undecodable("a JPEG scan of a component that cannot be");
            }
            int tables = bytes[selector + 1] & 0xFF;
            members.add(new Member(index, frame.components().get(index), tables >> 4, tables & 0x0F));
        }
        var scan = new JpegScan(
                List.copyOf(members),
                bytes[last] & 0xFF,
                bytes[last + 1] & 0xFF,
                (bytes[last + 2] & 0xF0) >> 4,
                bytes[last + 2] & 0x0F);
        scan.check(frame);
        return scan;
    }

    private void check(JpegFrame frame) throws UnreadablePictureException {
        int blocks =
                members.stream().mapToInt(member -> member.component.blocks()).sum();
        if (members.size() > 1 && blocks > MAX_BLOCKS_IN_UNIT) {
            throw undecodable("a JPEG scan with " + blocks + " blocks in a unit");
        }
        boolean ordered = first == 0 ? last == 0 : first <= last && last <= LAST_COEFFICIENT && members.size() == 1;
        boolean refined = high == 0 || low == high - 1;
        if (frame.progressive() && (!ordered || !refined || low > MAX_POINT_TRANSFORM)) {
            throw undecodable("a JPEG scan out of progression");
        }
    }

    /** Whether it contains the mean values of blocks, and not only more bits of them. */
    boolean bringsMeans(JpegFrame frame) {
        return !frame.progressive() || first == 0 && high == 0;
    }

    boolean bringsDetail(JpegFrame frame) {
        return !frame.progressive() || first > 0;
    }
}
