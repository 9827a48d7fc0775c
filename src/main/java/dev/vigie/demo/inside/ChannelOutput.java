package dev.vigie.demo.inside;

import java.io.IOException;
import java.io.OutputStream;

/// One channel of a WebSocket as a stream; waits while the client does not read.
final class ChannelOutput extends OutputStream {
    private final Socket socket;
    private final int channel;

    ChannelOutput(Socket socket, int channel) {
        this.socket = socket;
        this.channel = channel;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int at, int length) throws IOException {
        if (length > 0) socket.send(channel, bytes, at, length);
    }
}
