package dev.vigie.demo.inside.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// The three streams of something that runs.
public record Io(InputStream in, OutputStream out, OutputStream err) {
    Io in(InputStream other) {
        return new Io(other, out, err);
    }

    Io out(OutputStream other) {
        return new Io(in, other, err);
    }

    Io err(OutputStream other) {
        return new Io(in, out, other);
    }

    void print(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    void complain(String text) throws IOException {
        out.flush();
        err.write(text.getBytes(StandardCharsets.UTF_8));
        err.flush();
    }
}
