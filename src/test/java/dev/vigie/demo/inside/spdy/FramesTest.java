package dev.vigie.demo.inside.spdy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.zip.Adler32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

class FramesTest {
    @Test
    void the_dictionary_is_the_one_of_the_protocol() {
        Adler32 sum = new Adler32();
        sum.update(Dictionary.bytes());
        assertThat(sum.getValue()).isEqualTo(0xe3c6a7c2L);
    }

    @Test
    void a_stream_begins_with_headers_even_when_they_come_twice() throws IOException {
        try (Sender sender = new Sender()) {
            byte[] one = sender.begin(1, Map.of("streamtype", "error", "port", "80"));
            byte[] two = sender.begin(3, Map.of("streamtype", "data", "port", "80"));
            FrameReader reader = new FrameReader(new ByteArrayInputStream(joined(one, two)));
            assertThat(reader.next()).isEqualTo(new Frame.Begin(1, Map.of("streamtype", "error", "port", "80"), false));
            assertThat(reader.next()).isEqualTo(new Frame.Begin(3, Map.of("streamtype", "data", "port", "80"), false));
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void what_is_written_can_be_read() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (FrameWriter writer = new FrameWriter(out::writeBytes)) {
            writer.reply(1);
            writer.reply(3);
            writer.bytes(3, new byte[] {9, 1, 2, 9}, 1, 2, true);
            writer.ping(7);
            writer.refuse(5);
        }
        FrameReader reader = new FrameReader(new ByteArrayInputStream(out.toByteArray()));
        assertThat(reader.next()).isEqualTo(new Frame.Other());
        assertThat(reader.next()).isEqualTo(new Frame.Other());
        assertThat(reader.next()).isInstanceOfSatisfying(Frame.Bytes.class, frame -> {
            assertThat(frame.stream()).isEqualTo(3);
            assertThat(frame.bytes()).containsExactly(1, 2);
            assertThat(frame.last()).isTrue();
        });
        assertThat(reader.next()).isEqualTo(new Frame.Ping(7));
        assertThat(reader.next()).isEqualTo(new Frame.Reset(5));
        assertThat(reader.next()).isNull();
    }

    @Test
    void nonsense_is_a_fault_and_never_much_memory() {
        for (byte[] bytes : new byte[][] {
            {1, 2, 3},
            {0, 0, 0, 1, 0, 0, 0, 9, 1},
            {0, 0, 0, 1, 0, (byte) 0xff, (byte) 0xff, (byte) 0xff},
            {(byte) 0x80, 2, 0, 1, 0, 0, 0, 0},
            {(byte) 0x80, 3, 0, 1, 0, 0, 0, 2, 0, 0},
            {(byte) 0x80, 3, 0, 1, 0, 0, 0, 14, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4}
        }) {
            assertThatThrownBy(() -> new FrameReader(new ByteArrayInputStream(bytes)).next())
                    .isInstanceOf(IOException.class);
        }
    }

    private static byte[] joined(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }

    /// The client's side of a connection.
    private static final class Sender implements AutoCloseable {
        private final Deflater deflater = new Deflater();

        Sender() {
            deflater.setDictionary(Dictionary.bytes());
        }

        byte[] begin(int stream, Map<String, String> headers) {
            ByteBuffer block = ByteBuffer.allocate(500).putInt(headers.size());
            headers.forEach((name, value) -> block.putInt(name.length())
                    .put(name.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                    .putInt(value.length())
                    .put(value.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
            deflater.setInput(block.flip());
            byte[] packed = new byte[500];
            int length = deflater.deflate(packed, 0, packed.length, Deflater.SYNC_FLUSH);
            return ByteBuffer.allocate(18 + length)
                    .putInt(0x80030001)
                    .putInt(10 + length)
                    .putInt(stream)
                    .putInt(0)
                    .putShort((short) 0)
                    .put(packed, 0, length)
                    .array();
        }

        @Override
        public void close() {
            deflater.end();
        }
    }
}
