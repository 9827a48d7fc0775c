package dev.vigie.demo.inside;

import dev.vigie.demo.inside.given.Listening;
import dev.vigie.demo.inside.shell.Reasons;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// HTTP/1.1 as a small server in a container speaks it: one request after the other, until the client is done.
final class Conversation {
    private static final int LONGEST_LINE = 16 * 1024;
    private static final int MOST_HEADERS = 100;

    private final InputStream in;
    private final OutputStream out;
    private final Function<String, Listening.Reply> answers;

    /// `answers` tells what is at a path.
    Conversation(InputStream in, OutputStream out, Function<String, Listening.Reply> answers) {
        this.in = new BufferedInputStream(in);
        this.out = out;
        this.answers = answers;
    }

    void hold() throws IOException {
        boolean open = true;
        while (open) {
            String line = line();
            if (line == null) return;
            if (!line.isEmpty()) open = exchange(line.split(" "));
        }
    }

    private boolean exchange(String[] request) throws IOException {
        Map<String, String> headers = headers();
        boolean sound = request.length == 3 && request[2].startsWith("HTTP/1.");
        if (!sound || headers == null) {
            send(400, "text/plain; charset=utf-8", "400 Bad Request", true, false);
            return false;
        }
        boolean keeps = request[2].equals("HTTP/1.1")
                && !"close".equalsIgnoreCase(headers.getOrDefault("connection", ""))
                && !headers.containsKey("transfer-encoding");
        String length = headers.getOrDefault("content-length", "0");
        if (!length.matches("\\d{1,12}")) return false;
        in.skipNBytes(Long.parseLong(length));
        Listening.Reply reply = answers.apply(request[1].replaceAll("[?#].*$", ""));
        if (reply.status() <= 0) return false;
        send(reply.status(), reply.type(), reply.body(), !request[0].equals("HEAD"), keeps);
        return keeps;
    }

    private void send(int status, String type, String text, boolean whole, boolean keeps) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + " " + Reasons.of(status) + "\r\nContent-Type: " + type
                + "\r\nContent-Length: " + body.length + "\r\nConnection: " + (keeps ? "keep-alive" : "close")
                + "\r\n\r\n";
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        if (whole) all.writeBytes(body);
        out.write(all.toByteArray());
        out.flush();
    }

    private @Nullable Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (int i = 0; i < MOST_HEADERS; i++) {
            String line = line();
            if (line == null) return null;
            if (line.isEmpty()) return headers;
            int colon = line.indexOf(':');
            if (colon < 0) return null;
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return null;
    }

    /// Null at the end, or when it never ends.
    private @Nullable String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (line.size() < LONGEST_LINE) {
            int c = in.read();
            if (c < 0) return null;
            if (c == '\n') return line.toString(StandardCharsets.ISO_8859_1).strip();
            line.write(c);
        }
        return null;
    }
}
