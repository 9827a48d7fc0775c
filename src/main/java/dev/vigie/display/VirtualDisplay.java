package dev.vigie.display;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// An X server without a screen (Xvfb) that ends with its last client. We are its first: so it lives until [#close()]
/// or the end of this
/// process, however that ends, and never goes while a toolkit is still connected (GTK would take the process with it).
public final class VirtualDisplay implements AutoCloseable {
    private static final int SECONDS_TO_START = 20;
    /// Little-endian, X11, no authorisation.
    private static final byte[] HELLO = {'l', 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    private static final byte WELCOME = 1;

    private final String name;
    private final SocketChannel connection;

    private VirtualDisplay(String name, SocketChannel connection) {
        this.name = name;
        this.connection = connection;
    }

    /// As `DISPLAY` takes it: `:99`.
    public String name() {
        return name;
    }

    /// The server chooses a free number by itself and writes it to its standard output once it accepts connections.
    static VirtualDisplay start() throws NoDisplayException {
        Process server;
        try {
            server = new ProcessBuilder(
                            "Xvfb", "-displayfd", "1", "-screen", "0", "1920x1200x24", "-nolisten", "tcp", "-terminate")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new NoDisplayException("There is no display, and Xvfb cannot be started: " + e.getMessage(), e);
        }
        String number = number(server);
        try {
            return new VirtualDisplay(":" + number, connect(number));
        } catch (IOException | NumberFormatException e) {
            server.destroyForcibly();
            throw new NoDisplayException(
                    "There is no display, and Xvfb did not start within " + SECONDS_TO_START + " s.", e);
        }
    }

    /// What the server says of itself, or nothing when it does not in time.
    private static String number(Process server) {
        BufferedReader out = server.inputReader();
        CompletableFuture<String> line = CompletableFuture.supplyAsync(() -> {
            try {
                return String.valueOf(out.readLine()).strip();
            } catch (IOException e) {
                return "";
            }
        });
        try {
            return line.get(SECONDS_TO_START, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static SocketChannel connect(String number) throws IOException {
        SocketChannel channel =
                SocketChannel.open(UnixDomainSocketAddress.of(Display.socket(Integer.parseInt(number))));
        channel.write(ByteBuffer.wrap(HELLO));
        ByteBuffer answer = ByteBuffer.allocate(1);
        if (channel.read(answer) == 1 && answer.get(0) == WELCOME) return channel;
        channel.close();
        throw new IOException("the virtual display refused us");
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
