package dev.vigie.display;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whether windows can be shown here: on Linux that takes an X server that answers behind `DISPLAY`.
public final class Display {
    private static final Pattern NAME = Pattern.compile("(?<host>[^:]*):(?<number>\\d{1,5})(\\.\\d+)?");
    private static final int FIRST_PORT = 6000;

    private Display() {}

    /// Makes sure that windows can be shown, with a virtual display if need be; closing the answer ends it. The answer
    /// is empty where there
    /// is a display already.
    ///
    /// @throws NoDisplayException if there is none and none could be started; its message says what to do
    public static Optional<VirtualDisplay> ensure() throws NoDisplayException {
        if (!isLinux() || answers(System.getenv("DISPLAY"))) return Optional.empty();
        Needs.ofDisplay().meet();
        VirtualDisplay display = VirtualDisplay.start();
        Environment.set("DISPLAY", display.name());
        return Optional.of(display);
    }

    /// Whether an X server accepts connections under this name, such as `:0` or `host:10.0`.
    static boolean answers(@Nullable String name) {
        if (name == null) return false;
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) return false;
        int number = Integer.parseInt(matcher.group("number"));
        String host = matcher.group("host");
        if (!host.isEmpty() && !host.equals("unix")) return accepts(new InetSocketAddress(host, FIRST_PORT + number));
        return Files.exists(socket(number)) && accepts(UnixDomainSocketAddress.of(socket(number)));
    }

    /// Where the X server of this number listens on this machine.
    static Path socket(int number) {
        return Path.of("/tmp/.X11-unix/X" + number);
    }

    private static boolean accepts(SocketAddress address) {
        try (SocketChannel channel = SocketChannel.open(address)) {
            return channel.isConnected();
        } catch (IOException | java.nio.channels.UnresolvedAddressException e) {
            return false;
        }
    }

    private static boolean isLinux() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    }
}
