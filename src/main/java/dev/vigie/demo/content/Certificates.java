package dev.vigie.demo.content;

import java.time.Duration;
import java.util.List;

/// Makes the certificates that stand in TLS Secrets.
public interface Certificates {
    /// For these DNS names, the first of which is the common name; it runs out so long after now.
    Pair issue(List<String> hosts, Duration runsOut);

    /// A certificate and its key, both as PEM.
    record Pair(String certificate, String key) {}
}
