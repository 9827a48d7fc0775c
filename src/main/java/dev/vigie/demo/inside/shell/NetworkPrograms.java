package dev.vigie.demo.inside.shell;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Programs that look for neighbours: `wget`, `curl`, `nslookup`, `nc`. They reach the demo, and nothing else.
final class NetworkPrograms {
    static final Map<String, Program> ALL = Map.of(
            "wget", NetworkPrograms::wget,
            "curl", NetworkPrograms::curl,
            "nslookup", NetworkPrograms::nslookup,
            "nc", NetworkPrograms::nc,
            "getent", NetworkPrograms::getent);

    private static final String VALUED = "OoTtHXduAPUYwme";

    private NetworkPrograms() {}

    /// Where a program is sent.
    private record Where(String host, int port, String path, boolean secure) {
        static @Nullable Where of(String text) {
            String whole = text.contains("://") ? text : "http://" + text;
            try {
                URI uri = URI.create(whole);
                String host = uri.getHost();
                boolean secure = "https".equals(uri.getScheme());
                if (host == null || (!secure && !"http".equals(uri.getScheme()))) return null;
                int port = uri.getPort() > 0 ? uri.getPort() : secure ? 443 : 80;
                String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
                return new Where(host, port, path, secure);
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
    }

    private static String url(List<String> words) {
        for (String word : words) if (!word.startsWith("--")) return word;
        return "";
    }

    private static int wget(Call call) throws IOException {
        Call.Flags flags = call.flags(VALUED);
        Where where = Where.of(url(flags.rest()));
        if (flags.rest().isEmpty()) return call.fault("missing URL");
        if (where == null) return call.fault("not an http or ftp url: " + url(flags.rest()));
        Network network = call.shell().machine.network();
        List<String> addresses = network.resolve(where.host);
        if (addresses.isEmpty()) return call.fault("bad address '" + where.host + "'");
        String there = addresses.getFirst() + ":" + where.port;
        boolean quiet = flags.has('q');
        if (!quiet) call.io().complain("Connecting to " + where.host + ":" + where.port + " (" + there + ")\n");
        return switch (reached(call, where)) {
            case Network.Answer.Page(int status, String body) -> {
                if (status >= 400)
                    yield call.fault("server returned error: HTTP/1.1 " + status + " " + Reasons.of(status));
                String file =
                        flags.value('O', Paths.name(where.path).isEmpty() ? "index.html" : Paths.name(where.path));
                if (flags.has('S')) call.io().complain("  HTTP/1.1 " + status + " " + Reasons.of(status) + "\n");
                keep(call, file, body, quiet);
                yield 0;
            }
            case Network.Answer.ConnectionRefused() ->
                call.fault("can't connect to remote host (" + addresses.getFirst() + "): Connection refused");
            case Network.Answer.TimedOut() -> {
                wait(call, TextPrograms.whole(flags.value('T', "20")));
                yield call.fault("download timed out");
            }
            case Network.Answer.UnknownHost() -> call.fault("bad address '" + where.host + "'");
        };
    }

    private static Network.Answer reached(Call call, Where where) {
        return call.shell().machine.network().get(where.host, where.port, where.path);
    }

    private static void keep(Call call, String file, String body, boolean quiet) throws IOException {
        if (file.equals("-")) {
            call.print(body);
            return;
        }
        call.disk().write(call.path(file), body.getBytes(StandardCharsets.UTF_8), false);
        if (!quiet) call.io().complain("saving to '" + file + "'\n'" + file + "' saved\n");
    }

    private static void wait(Call call, int seconds) throws IOException {
        call.pause(Math.clamp(seconds, 1, 20));
    }

    private static int curl(Call call) throws IOException {
        Call.Flags flags = call.flags(VALUED);
        Where where = Where.of(url(flags.rest()));
        boolean quiet = flags.has('s') && !flags.has('S');
        if (flags.rest().isEmpty()) return failed(call, quiet, 2, "no URL specified");
        if (where == null) return failed(call, quiet, 3, "URL using bad/illegal format or missing URL");
        return switch (reached(call, where)) {
            case Network.Answer.Page(int status, String body) -> page(call, flags, where, status, body);
            case Network.Answer.ConnectionRefused() ->
                failed(
                        call,
                        quiet,
                        7,
                        "Failed to connect to " + where.host + " port " + where.port
                                + " after 0 ms: Could not connect to server");
            case Network.Answer.UnknownHost() -> failed(call, quiet, 6, "Could not resolve host: " + where.host);
            case Network.Answer.TimedOut() -> {
                int seconds = flags.has('m') ? TextPrograms.whole(flags.value('m', "20")) : 20;
                wait(call, seconds);
                yield failed(call, quiet, 28, "Connection timed out after " + seconds * 1000 + " milliseconds");
            }
        };
    }

    private static int failed(Call call, boolean quiet, int code, String why) throws IOException {
        if (!quiet) call.io().complain("curl: (" + code + ") " + why + "\n");
        return code;
    }

    private static int page(Call call, Call.Flags flags, Where where, int status, String body) throws IOException {
        String head = "HTTP/1.1 " + status + " " + Reasons.of(status)
                + "\nContent-Type: text/html; charset=utf-8\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\n\n";
        if (flags.has('v')) {
            call.io()
                    .complain("* Connected to " + where.host + " port " + where.port + "\n> GET " + where.path
                            + " HTTP/1.1\n> Host: " + where.host + "\n> Accept: */*\n>\n< "
                            + head.strip().replace("\n", "\n< ") + "\n<\n");
        }
        if (flags.has('f') && status >= 400)
            return failed(call, flags.has('s') && !flags.has('S'), 22, "The requested URL returned error: " + status);
        String text = (flags.has('i') || flags.has('I') ? head : "") + (flags.has('I') ? "" : body);
        String file = flags.value('o', "-");
        if (file.equals("-")) call.print(text);
        else call.disk().write(call.path(file), text.getBytes(StandardCharsets.UTF_8), false);
        if (flags.has('w'))
            call.print(SmallPrograms.escapes(flags.value('w', "").replace("%{http_code}", String.valueOf(status))));
        return 0;
    }

    private static int nslookup(Call call) throws IOException {
        if (call.arguments().isEmpty()) return call.fault("usage: nslookup HOST");
        String host = call.arguments().getFirst();
        List<String> addresses = call.shell().machine.network().resolve(host);
        call.print("Server:\t\t10.96.0.10\nAddress:\t10.96.0.10:53\n\n");
        if (addresses.isEmpty()) {
            call.print("** server can't find " + host + ": NXDOMAIN\n\n");
            return 1;
        }
        String name = call.shell().machine.network().fullName(host);
        for (String address : addresses) call.print("Name:\t" + name + "\nAddress: " + address + "\n");
        call.print("\n");
        return 0;
    }

    private static int getent(Call call) throws IOException {
        if (call.arguments().size() < 2 || !call.arguments().getFirst().contains("hosts")) return 2;
        String host = call.arguments().get(1);
        List<String> addresses = call.shell().machine.network().resolve(host);
        for (String address : addresses)
            call.print("%-16s  %s%n"
                    .formatted(address, call.shell().machine.network().fullName(host)));
        return addresses.isEmpty() ? 2 : 0;
    }

    private static int nc(Call call) throws IOException {
        Call.Flags flags = call.flags("w");
        if (flags.rest().size() < 2) return call.fault("usage: nc [-z] [-v] [-w SECS] HOST PORT");
        String host = flags.rest().get(0);
        int port = TextPrograms.whole(flags.rest().get(1));
        List<String> addresses = call.shell().machine.network().resolve(host);
        if (addresses.isEmpty()) return call.fault("bad address '" + host + "'");
        String there = host + " (" + addresses.getFirst() + ":" + port + ")";
        return switch (call.shell().machine.network().get(host, port, "")) {
            case Network.Answer.Page _ -> {
                if (flags.has('v')) call.io().complain(there + " open\n");
                yield 0;
            }
            case Network.Answer.ConnectionRefused() -> call.fault(there + ": Connection refused");
            case Network.Answer.UnknownHost() -> call.fault("bad address '" + host + "'");
            case Network.Answer.TimedOut() -> {
                wait(call, TextPrograms.whole(flags.value('w', "10")));
                yield call.fault(there + ": Operation timed out");
            }
        };
    }
}
