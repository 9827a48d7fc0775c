package dev.vigie.demo.protobuf;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// The bytes of one message, field by field. Throws [BufferUnderflowException] where they end too early and
/// [IllegalArgumentException] where they mean nothing.
final class Input {
    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int COUNTED = 2;
    private static final int FOUR_BYTES = 5;

    private final ByteBuffer bytes;

    Input(byte[] bytes) {
        this(ByteBuffer.wrap(bytes));
    }

    private Input(ByteBuffer bytes) {
        this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
    }

    /// A field as it is written: its number and its value, which is a number or counted bytes.
    record Field(int number, long value, ByteBuffer counted) {
        Input message() {
            return new Input(counted.slice());
        }

        String text() {
            return StandardCharsets.UTF_8.decode(counted.slice()).toString();
        }

        byte[] bytes() {
            byte[] copy = new byte[counted.remaining()];
            counted.slice().get(copy);
            return copy;
        }
    }

    boolean hasNext() {
        return bytes.hasRemaining();
    }

    Field next() {
        long tag = varint();
        int number = (int) (tag >>> 3);
        return switch ((int) (tag & 7)) {
            case VARINT -> new Field(number, varint(), ByteBuffer.allocate(0));
            case EIGHT_BYTES -> new Field(number, bytes.getLong(), ByteBuffer.allocate(0));
            case FOUR_BYTES -> new Field(number, bytes.getInt(), ByteBuffer.allocate(0));
            case COUNTED -> counted(number);
            default -> throw new IllegalArgumentException("illegal wireType " + (tag & 7));
        };
    }

    private Field counted(int number) {
        long length = varint();
        if (length < 0 || length > bytes.remaining()) throw new BufferUnderflowException();
        ByteBuffer part = bytes.slice(bytes.position(), (int) length);
        bytes.position(bytes.position() + (int) length);
        return new Field(number, 0, part);
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = bytes.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) return value;
        }
        throw new IllegalArgumentException("integer overflow");
    }
}
