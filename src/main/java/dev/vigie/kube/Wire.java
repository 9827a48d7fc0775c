package dev.vigie.kube;

import java.io.InputStream;
import java.time.Duration;

/// How bytes come from one cluster: authenticated, proxied, trusted. Calls and streams never share a connection.
/// Every method may wait; none is called on the FX thread.
public interface Wire {

    /// One GET whose whole answer is awaited at most `limit`; the body streams. `path` begins with `/` and holds the
    /// query.
    /// Asked again on lost connections and 5xx a few times (reads only).
    ///
    /// @throws KubeException for every status of 400 and more, and when no answer came
    Answer get(String path, String accept, Duration limit) throws KubeException;

    /// One GET that stays open (watch, follow) on a connection of its own; never asked again by itself. A read that
    /// hears
    /// nothing for `silence` fails with [java.io.InterruptedIOException].
    Answer stream(String path, String accept, Duration silence) throws KubeException;

    /// Like [#stream], from a server that may be silent from the beginning: a log's answer begins with its first line.
    default Answer listen(String path, String accept, Duration silence) throws KubeException {
        return stream(path, accept, silence);
    }

    /// An answer being read. Closing it ends the connection's use at once, also from another thread.
    interface Answer extends AutoCloseable {
        int status();

        /// The body as it arrives. A read returns when bytes came, the body ended, or [#close()] was called.
        InputStream body();

        /// `Warning:` headers, unquoted.
        java.util.List<String> warnings();

        @Override
        void close();
    }
}
