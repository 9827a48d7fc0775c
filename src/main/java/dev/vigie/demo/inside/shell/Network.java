package dev.vigie.demo.inside.shell;

import java.util.List;

/// What can be reached from inside a pod.
public interface Network {
    /// The addresses of a name, by the rules of cluster DNS (`api`, `api.shop`, `api.shop.svc.cluster.local`, an
    /// address
    /// itself); empty when there is no such name.
    List<String> resolve(String host);

    /// A name as DNS knows it (`api.shop.svc.cluster.local`).
    String fullName(String host);

    /// An HTTP GET of `path` at an address that `resolve` gave (or its name).
    Answer get(String host, int port, String path);

    /// How a try to connect ends.
    sealed interface Answer {
        /// An HTTP answer.
        record Page(int status, String body) implements Answer {}

        /// Nothing listens.
        record ConnectionRefused() implements Answer {}

        /// Nobody answers at all, or the Service has no endpoints.
        record TimedOut() implements Answer {}

        /// No such name.
        record UnknownHost() implements Answer {}
    }
}
