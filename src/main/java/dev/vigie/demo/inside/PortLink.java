package dev.vigie.demo.inside;

import dev.vigie.demo.inside.shell.Pipe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// A port-forward over plain WebSocket channels: two for each port, for bytes and for what went wrong; each begins with
/// the port's number, the lower byte first.
final class PortLink implements Socket.Far {
    private final Forward forward;
    private final List<Integer> ports;
    private final List<Pipe> sent = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger open;
    private int channel = -1;

    PortLink(Forward forward, Ports ports) {
        this.forward = forward;
        this.ports = ports.numbers();
        open = new AtomicInteger(this.ports.size());
        this.ports.forEach(any -> sent.add(new Pipe()));
    }

    @Override
    public synchronized void opened(Socket socket) {
        for (int i = 0; i < ports.size(); i++) {
            int index = i;
            threads.add(Thread.ofVirtual().name("demo-forward").start(() -> serve(socket, index)));
        }
    }

    private void serve(Socket socket, int index) {
        int port = ports.get(index);
        try {
            byte[] number = {(byte) port, (byte) (port >> 8)};
            socket.send(2 * index, number, 0, 2);
            socket.send(2 * index + 1, number, 0, 2);
            String fault = forward.connect(port, sent.get(index).input(), new ChannelOutput(socket, 2 * index));
            byte[] text = fault.getBytes(StandardCharsets.UTF_8);
            if (text.length > 0) socket.send(2 * index + 1, text, 0, text.length);
        } catch (IOException e) {
            sent.get(index).end();
        }
        sent.get(index).desert();
        if (open.decrementAndGet() == 0) socket.end(0, new byte[0]);
    }

    @Override
    public void came(byte[] bytes, boolean first, Runnable more) {
        if (first && bytes.length > 0) channel = bytes[0] & 0xff;
        byte[] rest = first && bytes.length > 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        boolean meant = channel >= 0 && channel % 2 == 0 && channel / 2 < sent.size();
        if (meant) sent.get(channel / 2).offer(rest, more);
        else more.run();
    }

    @Override
    public synchronized void gone() {
        sent.forEach(Pipe::end);
        threads.forEach(Thread::interrupt);
    }
}
