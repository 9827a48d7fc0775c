package dev.vigie.kube;

import dev.vigie.base.Messages;
import java.util.Locale;

/// The sentences of failures, in the person's language: what happened, why, what to do.
final class KubeSentences {
    private static final Messages TEXTS = Messages.of("kube");

    private KubeSentences() {}

    static String title(KubeFailure failure) {
        return switch (failure) {
            case KubeFailure.Unreachable f when f.cause() == KubeFailure.Cause.SILENT -> TEXTS.say("silent.title");
            case KubeFailure.Unreachable f -> TEXTS.say("unreachable.title", f.address());
            case KubeFailure.Untrusted f -> TEXTS.say("untrusted.title", f.address());
            case KubeFailure.Unauthenticated f -> TEXTS.say("unauthenticated.title");
            case KubeFailure.NoCredentials f -> TEXTS.say("credentials.title", f.what());
            case KubeFailure.Forbidden f when f.verb().isEmpty() -> TEXTS.say("forbidden.title");
            case KubeFailure.Forbidden f
            when f.namespace().isEmpty() -> TEXTS.say("forbidden.everywhere", verb(f.verb()), f.resource());
            case KubeFailure.Forbidden f -> TEXTS.say("forbidden.in", verb(f.verb()), f.resource(), f.namespace());
            case KubeFailure.NotFound f -> TEXTS.say("missing.title", f.what());
            case KubeFailure.Conflict f -> TEXTS.say("conflict.title");
            case KubeFailure.Invalid f -> TEXTS.say("invalid.title");
            case KubeFailure.Gone f -> TEXTS.say("gone.title");
            case KubeFailure.Busy f -> TEXTS.say("busy.title");
            case KubeFailure.ServerError f -> TEXTS.say("server.title", String.valueOf(f.status()));
            case KubeFailure.Garbled f -> TEXTS.say("garbled.title");
            case KubeFailure.Unserved f -> TEXTS.say("unserved.title", f.verb(), f.resource());
            case KubeFailure.ReadOnly f -> TEXTS.say("readonly.title", f.context());
            case KubeFailure.Cancelled f -> TEXTS.say("cancelled.title");
        };
    }

    static String why(KubeFailure failure) {
        return switch (failure) {
            case KubeFailure.Unreachable f -> TEXTS.say("unreachable." + key(f.cause()), f.address(), f.detail());
            case KubeFailure.Untrusted f -> TEXTS.say("untrusted." + key(f.cause()), f.address(), f.detail());
            case KubeFailure.Unauthenticated f -> TEXTS.say("unauthenticated.why", f.detail());
            case KubeFailure.NoCredentials f -> f.detail();
            case KubeFailure.Forbidden f when f.verb().isEmpty() -> f.detail();
            case KubeFailure.Forbidden f -> TEXTS.say("forbidden.why", f.user(), f.verb(), f.resource());
            case KubeFailure.NotFound f -> f.detail();
            case KubeFailure.Conflict f -> f.detail();
            case KubeFailure.Invalid f -> f.causes().isEmpty() ? f.detail() : String.join("\n", f.causes());
            case KubeFailure.Gone f -> f.detail();
            case KubeFailure.Busy f -> TEXTS.say("busy.why", f.detail());
            case KubeFailure.ServerError f -> f.detail();
            case KubeFailure.Garbled f -> TEXTS.say("garbled.why", f.detail());
            case KubeFailure.Unserved f -> TEXTS.say("unserved.why", f.verb(), f.resource());
            case KubeFailure.ReadOnly f -> TEXTS.say("readonly.why");
            case KubeFailure.Cancelled f -> TEXTS.say("cancelled.why");
        };
    }

    static String remedy(KubeFailure failure) {
        return switch (failure) {
            case KubeFailure.Unreachable f -> TEXTS.say("unreachable." + key(f.cause()) + ".do");
            case KubeFailure.Untrusted f -> TEXTS.say("untrusted." + key(f.cause()) + ".do");
            case KubeFailure.Unauthenticated f -> TEXTS.say("unauthenticated.do");
            case KubeFailure.NoCredentials f -> f.hint();
            case KubeFailure.Forbidden f -> TEXTS.say("forbidden.do");
            case KubeFailure.NotFound f -> TEXTS.say("missing.do");
            case KubeFailure.Conflict f -> TEXTS.say("conflict.do");
            case KubeFailure.Invalid f -> TEXTS.say("invalid.do");
            case KubeFailure.Gone f -> TEXTS.say("gone.do");
            case KubeFailure.Busy f -> TEXTS.say("busy.do");
            case KubeFailure.ServerError f -> TEXTS.say("server.do");
            case KubeFailure.Garbled f -> TEXTS.say("garbled.do");
            case KubeFailure.Unserved f -> TEXTS.say("unserved.do");
            case KubeFailure.ReadOnly f -> TEXTS.say("readonly.do", f.context());
            case KubeFailure.Cancelled f -> TEXTS.say("cancelled.do");
        };
    }

    /// kubectl's verbs stay as they are, but read as words.
    private static String verb(String verb) {
        return switch (verb) {
            case "list", "watch", "get", "create", "update", "patch", "delete" -> TEXTS.say("verb." + verb);
            default -> verb;
        };
    }

    private static String key(KubeFailure.Cause cause) {
        return switch (cause) {
            case REFUSED,
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
                    OTHER -> cause.name().toLowerCase(Locale.ROOT);
        };
    }
}
