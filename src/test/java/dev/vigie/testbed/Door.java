package dev.vigie.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.Consumer;

/// A listening socket whose connections are each served on a thread of their own.
final class Door implements AutoCloseable {
    private final ServerSocket listener;
    private final Consumer<Socket> serve;

    Door(ServerSocket listener, Consumer<Socket> serve) {
        this.listener = listener;
        this.serve = serve;
        Thread.ofVirtual().start(this::accept);
    }

    /// A free port of loopback.
    static ServerSocket loopback() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `host:port`.
    String address() {
        return "127.0.0.1:" + listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> serve.accept(client));
            } catch (IOException e) {
                if (!listener.isClosed()) throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
