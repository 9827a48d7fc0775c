package dev.vigie.demo.inside;

import dev.vigie.demo.inside.shell.Io;
import dev.vigie.demo.inside.shell.Pipe;
import dev.vigie.demo.inside.shell.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `exec` or `attach` over a WebSocket: channels 0 stdin, 1 stdout, 2 stderr, 3 status, 4 size; 255 closes a channel.
final class CommandLink implements Socket.Far {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int STDIN = 0;
    private static final int STDOUT = 1;
    private static final int STDERR = 2;
    private static final int STATUS = 3;
    private static final int SIZE = 4;
    private static final int CLOSE = 255;
    private static final int LONGEST_SIZE = 4096;

    private final Wanted wanted;
    private final Protocol protocol;
    private final Work work;
    private final Pipe stdin = new Pipe();
    private volatile @Nullable Terminal terminal;
    private volatile @Nullable Thread thread;
    private volatile boolean gone;
    private int channel = -1;
    private String size = "";

    /// What is run; it answers how it ended.
    interface Work {
        Ending run(Io io, @Nullable Terminal terminal) throws IOException;
    }

    CommandLink(Wanted wanted, Protocol protocol, Work work) {
        this.wanted = wanted;
        this.protocol = protocol;
        this.work = work;
    }

    @Override
    public void opened(Socket socket) {
        if (wanted.tty()) terminal = new Terminal(output(socket, wanted.stdout(), STDOUT));
        thread = Thread.ofVirtual().name("demo-exec").start(() -> run(socket));
    }

    private static OutputStream output(Socket socket, boolean asked, int channel) {
        return asked ? new ChannelOutput(socket, channel) : OutputStream.nullOutputStream();
    }

    private void run(Socket socket) {
        Ending ending;
        try {
            socket.send(wanted.lowest(), new byte[0], 0, 0);
            InputStream in = wanted.stdin() ? stdin.input() : InputStream.nullInputStream();
            Io io = new Io(in, output(socket, wanted.stdout(), STDOUT), output(socket, wanted.stderr(), STDERR));
            ending = work.run(io, terminal);
        } catch (IOException e) {
            ending = Ending.exited(wanted.command(), 137);
        } catch (RuntimeException e) {
            ending = Ending.failed("error executing command in container: " + e);
        }
        boolean interrupted = Thread.interrupted();
        stdin.desert();
        if (!gone || !interrupted) socket.end(STATUS, ending.status(protocol).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void came(byte[] bytes, boolean first, Runnable more) {
        if (first && bytes.length == 0) {
            more.run();
            return;
        }
        if (first) channel = bytes[0] & 0xff;
        byte[] rest = first ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        Terminal screen = terminal;
        if (channel == STDIN && wanted.stdin()) {
            if (screen == null) stdin.offer(rest, more);
            else screen.type(rest, more);
            return;
        }
        if (channel == SIZE && screen != null) resize(new String(rest, StandardCharsets.UTF_8), screen);
        if (channel == CLOSE && protocol.halfCloses() && rest.length == 1 && rest[0] == STDIN) close(screen);
        more.run();
    }

    /// A terminal has no end: whoever stops typing may still watch.
    private void close(@Nullable Terminal screen) {
        if (screen == null) stdin.end();
    }

    private void resize(String text, Terminal screen) {
        size = size.length() + text.length() > LONGEST_SIZE ? text : size + text;
        int end = size.lastIndexOf('}');
        if (end < 0) return;
        String whole = size.substring(Math.max(0, size.lastIndexOf('{', end)), end + 1);
        size = size.substring(end + 1);
        try {
            JsonNode read = JSON.readTree(whole);
            screen.resize(read.path("Width").asInt(80), read.path("Height").asInt(24));
        } catch (JacksonException e) {
            size = "";
        }
    }

    @Override
    public void gone() {
        gone = true;
        stdin.end();
        Terminal screen = terminal;
        if (screen != null) screen.hangUp();
        Thread running = thread;
        if (running != null) running.interrupt();
    }
}
