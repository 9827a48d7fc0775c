package dev.vigie.kube;

import java.time.Instant;
import java.util.List;

/// Why a call on a cluster did not give what was asked, as a value. The sentences a person reads are in the texts of
/// `kube`; see [#title()], [#why()] and [#remedy()].
public sealed interface KubeFailure {

    /// The server could not be reached: refused, no route, name unknown, timed out, not a Kubernetes server, proxy.
    record Unreachable(String address, Cause cause, String detail) implements KubeFailure {}

    /// TLS was refused by us: unknown CA, wrong host, expired or not yet valid certificate.
    record Untrusted(String address, Cause cause, String detail) implements KubeFailure {}

    /// The server does not know who we are (401).
    record Unauthenticated(String detail) implements KubeFailure {}

    /// No credentials could be made: missing file, broken key, plugin failed, not approved, expired.
    record NoCredentials(String what, String detail, String hint) implements KubeFailure {}

    /// The server knows us and says no (403).
    record Forbidden(String user, String verb, String resource, String namespace, String detail)
            implements KubeFailure {}

    /// Nothing there (404).
    record NotFound(String what, String detail) implements KubeFailure {}

    /// Changed meanwhile, or exists already (409).
    record Conflict(String detail) implements KubeFailure {}

    /// The server refused the content (400, 422), with its causes (`field: message`).
    record Invalid(String detail, List<String> causes) implements KubeFailure {}

    /// What we continued from is no longer kept (410): list again.
    record Gone(String detail) implements KubeFailure {}

    /// The server asks to wait (429, or 503 with Retry-After). `until` is when to ask again.
    record Busy(Instant until, String detail) implements KubeFailure {}

    /// The server failed (5xx).
    record ServerError(int status, String detail) implements KubeFailure {}

    /// The answer was cut, or not what the protocol says.
    record Garbled(String detail) implements KubeFailure {}

    /// The server knows no such verb for this resource.
    record Unserved(String verb, String resource) implements KubeFailure {}

    /// The person wants nothing changed through this context: it was not sent.
    record ReadOnly(String context) implements KubeFailure {}

    /// The person ended it.
    record Cancelled() implements KubeFailure {}

    /// Why a server could not be reached or trusted.
    enum Cause {
        REFUSED,
        UNKNOWN_HOST,
        NO_ROUTE,
        TIMEOUT,
        CLOSED,
        NOT_HTTP,
        NOT_KUBERNETES,
        PROXY,
        NO_ADDRESS,
        SILENT,
        UNKNOWN_CA,
        WRONG_HOST,
        EXPIRED,
        NOT_YET_VALID,
        OTHER
    }

    /// Whether nothing but signing in again will help.
    default boolean asksToSignIn() {
        return this instanceof Unauthenticated || this instanceof NoCredentials;
    }

    /// What happened, in a few words.
    default String title() {
        return Visible.of(KubeSentences.title(this));
    }

    /// Why, in a sentence.
    default String why() {
        return Visible.of(KubeSentences.why(this));
    }

    /// What to do about it, in a sentence.
    default String remedy() {
        return Visible.of(KubeSentences.remedy(this));
    }
}
