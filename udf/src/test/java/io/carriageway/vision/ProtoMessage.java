package io.carriageway.vision;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes a message of protocol buffers, field by field. */
final class ProtoMessage {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    ProtoMessage number(int field, long value) {
        varint((long) field << 3);
        varint(value);
        return this;
    }

    ProtoMessage text(int field, String text) {
        return raw(field, text.getBytes(StandardCharsets.UTF_8));
    }

    ProtoMessage message(int field, ProtoMessage message) {
        return raw(field, message.toBytes());
    }

    ProtoMessage packed(int field, long... values) {
        var packed = new ProtoMessage();
        for (long value : values) {
            packed.varint(value);
        }
        return message(field, packed);
    }

    ProtoMessage raw(int field, byte[] bytes) {
        varint((long) field << 3 | 2);
        varint(bytes.length);
        return bytes(bytes);
    }

    ProtoMessage bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    byte[] toBytes() {
        return out.toByteArray();
    }

    private void varint(long value) {
        long left = value;
        while ((left & ~0x7FL) != 0) {
            out.write((int) (left & 0x7F | 0x80));
            left >>>= 7;
        }
        out.write((int) left);
    }
}
