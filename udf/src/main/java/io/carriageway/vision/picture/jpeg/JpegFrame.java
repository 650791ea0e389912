package io.carriageway.vision.picture.jpeg;

import static io.carriageway.vision.UnreadablePictureException.undecodable;

import io.carriageway.vision.UnreadablePictureException;
import java.util.ArrayList;
import java.util.List;

/**
 * A JPEG's frame header: its process, its size and its components. Only what the decoders of all JDKs read is accepted:
 * baseline, extended and progressive Huffman coding with 8 bits a sample, grey or colour.
 */
public record JpegFrame(boolean progressive, int width, int height, List<Component> components) {

    private static final int PROGRESSIVE = 0xC2;
    private static final int BLOCK = 8;
    private static final int MAX_SAMPLING = 4;
    private static final int MAX_TABLE = 3;
    private static final int HEADER_BYTES = 10;

    /** A colour component: its id in the file, its samples across and down in a unit, its quantization table. */
    public record Component(int id, int across, int down, int table) {

        public int blocks() {
            return across * down;
        }
    }

    public static JpegFrame read(byte[] bytes, int at) throws UnreadablePictureException {
        int process = JpegMarkers.code(bytes, at);
        int length = JpegMarkers.segmentEnd(bytes, at) - at;
        if (length < HEADER_BYTES) {
            throw undecodable("a JPEG frame header that is too short");
        }
        int precisionBits = bytes[at + 4] & 0xFF;
        int height = JpegMarkers.unsignedShort(bytes, at + 5);
        int width = JpegMarkers.unsignedShort(bytes, at + 7);
        int components = bytes[at + 9] & 0xFF;
        if (process > PROGRESSIVE || precisionBits != 8) {
            throw undecodable(String.format(
                    "a JPEG of process 0x%02X with %d bits a sample; baseline, extended and progressive with 8 are read",
                    process, precisionBits));
        }
        if (components != 1 && components != 3) {
            throw undecodable("a JPEG of " + components + " colour components (4 is CMYK); grey and colour are read");
        }
        if (width == 0 || height == 0) {
            throw undecodable("a JPEG of " + width + "x" + height + " pixels");
        }
        if (length != HEADER_BYTES + 3 * components) {
            throw undecodable("a JPEG frame header of the wrong length");
        }
        return new JpegFrame(process == PROGRESSIVE, width, height, components(bytes, at + HEADER_BYTES, components));
    }

    private static List<Component> components(byte[] bytes, int from, int count) throws UnreadablePictureException {
        List<Component> components = new ArrayList<>();
        for (int at = from; at < from + 3 * count; at += 3) {
            int id = bytes[at] & 0xFF;
            int across = (bytes[at + 1] & 0xF0) >> 4;
            int down = bytes[at + 1] & 0x0F;
            int table = bytes[at + 2] & 0xFF;
            boolean twin = components.stream().anyMatch(other -> other.id == id);
            if (twin || across < 1 || across > MAX_SAMPLING || down < 1 || down > MAX_SAMPLING || table > MAX_TABLE) {
                throw undecodable("a JPEG frame header with a component that cannot be");
            }
            components.add(new Component(id, across, down, table));
        }
        int across = max(components, true);
        int down = max(components, false);
        if (components.stream().anyMatch(c -> across % c.across != 0 || down % c.down != 0)) {
            throw undecodable("a JPEG whose components do not divide each other's samples");
        }
        return List.copyOf(components);
    }

    private static int max(List<Component> components, boolean across) {
        return components.stream()
                .mapToInt(c -> across ? c.across : c.down)
                .max()
                .orElseThrow();
    }

    /** The index of the component with an id, as a scan refers to it; -1 if there is none. */
    int indexOf(int id) {
        for (int index = 0; index < components.size(); index++) {
            if (components.get(index).id == id) {
                return index;
            }
        }
        return -1;
    }

    /** Number of samples of all components, rounded up to whole units: a decoder keeps them between scans. */
    public long storedSamples() {
        int unitsAcross = ceil(width, BLOCK * max(components, true));
        int unitsDown = ceil(height, BLOCK * max(components, false));
        long blocksInUnit = components.stream().mapToLong(Component::blocks).sum();
        return blocksInUnit * unitsAcross * unitsDown * BLOCK * BLOCK;
    }

    /** Number of units of a scan: those of all components together, or the blocks of a single one. */
    public long units(JpegScan scan) {
        int across = max(components, true);
        int down = max(components, false);
        if (scan.members().size() > 1) {
            return (long) ceil(width, BLOCK * across) * ceil(height, BLOCK * down);
        }
        var single = scan.members().get(0).component();
        return (long) ceil(ceil(width * single.across, across), BLOCK) * ceil(ceil(height * single.down, down), BLOCK);
    }

    private static int ceil(int dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
