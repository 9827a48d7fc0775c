package dev.vigie.kube;

import dev.vigie.kube.Edit.Outcome;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Changes single objects. What is sent goes out exactly once; when its answer is lost the object is looked at, and
/// nothing is sent again.
final class Editing {
    private static final String STRATEGIC = "application/strategic-merge-patch+json";
    private static final String MANAGER = "?fieldManager=vigie";
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final HttpWire wire;

    Editing(HttpWire wire) {
        this.wire = wire;
    }

    /// The object is read first, as kubectl does: what holds already is not asked for.
    Outcome make(Edit edit) {
        try {
            JsonNode before = read(edit);
            if (!isSame(edit, before)) return new Outcome.Gone(true);
            if (edit.holds().test(before)) return new Outcome.Held();
        } catch (KubeException e) {
            return refused(e.failure());
        }
        return send(edit);
    }

    /// The identity goes along, and the server refuses it for another object of that name.
    private Outcome send(Edit edit) {
        ObjectNode patch = edit.patch().deepCopy();
        if (!edit.ref().uid().isEmpty()) {
            ObjectNode metadata =
                    patch.path("metadata") instanceof ObjectNode there ? there : patch.putObject("metadata");
            metadata.put("uid", edit.ref().uid());
        }
        try (Wire.Answer _ = wire.patch(path(edit) + MANAGER, STRATEGIC, patch.toString(), LIMIT)) {
            return new Outcome.Made();
        } catch (KubeException e) {
            if (isLost(e.failure())) return look(edit, e.failure());
            return anothers(edit, e.failure()) ? new Outcome.Gone(true) : refused(e.failure());
        }
    }

    /// What became of a change whose answer was lost; sends nothing.
    Outcome look(Edit edit, KubeFailure why) {
        try {
            JsonNode now = read(edit);
            if (!isSame(edit, now)) return new Outcome.Gone(true);
            return edit.holds().test(now) ? new Outcome.Seen() : new Outcome.NotSeen(why);
        } catch (KubeException e) {
            return e.failure() instanceof KubeFailure.NotFound ? new Outcome.Gone(false) : new Outcome.Unknown(why);
        }
    }

    private JsonNode read(Edit edit) throws KubeException {
        try (Wire.Answer answer = wire.get(path(edit), "application/json", LIMIT)) {
            return JsonMapper.shared().readTree(answer.body());
        } catch (JacksonException e) {
            throw new KubeException(new KubeFailure.Garbled(path(edit)), e);
        }
    }

    private static String path(Edit edit) {
        return edit.kind().path(edit.ref().namespace()) + "/" + edit.ref().name();
    }

    private static boolean isSame(Edit edit, JsonNode object) {
        String uid = edit.ref().uid();
        return uid.isEmpty() || uid.equals(object.path("metadata").path("uid").asString(""));
    }

    /// The server compared identities and found another.
    private static boolean anothers(Edit edit, KubeFailure failure) {
        if (edit.ref().uid().isEmpty()) return false;
        if (failure instanceof KubeFailure.Invalid invalid)
            return invalid.causes().stream().anyMatch(cause -> cause.startsWith("metadata.uid"));
        return failure instanceof KubeFailure.Conflict conflict
                && conflict.detail().contains("UID in precondition");
    }

    private static Outcome refused(KubeFailure failure) {
        return failure instanceof KubeFailure.NotFound ? new Outcome.Gone(false) : new Outcome.Refused(failure);
    }

    /// Whether the server may have done it all the same.
    private static boolean isLost(KubeFailure failure) {
        return switch (failure) {
            case KubeFailure.ServerError _, KubeFailure.Garbled _, KubeFailure.Cancelled _ -> true;
            case KubeFailure.Unreachable unreachable -> mayHaveArrived(unreachable.cause());
            case KubeFailure.Untrusted _,
                    KubeFailure.Unauthenticated _,
                    KubeFailure.NoCredentials _,
                    KubeFailure.Forbidden _,
                    KubeFailure.NotFound _,
                    KubeFailure.Conflict _,
                    KubeFailure.Invalid _,
                    KubeFailure.Gone _,
                    KubeFailure.Busy _,
                    KubeFailure.Unserved _,
                    KubeFailure.ReadOnly _ -> false;
        };
    }

    private static boolean mayHaveArrived(KubeFailure.Cause cause) {
        return switch (cause) {
            case TIMEOUT, CLOSED, SILENT, PROXY, NOT_HTTP, NOT_KUBERNETES, OTHER -> true;
            case REFUSED, UNKNOWN_HOST, NO_ROUTE, NO_ADDRESS, UNKNOWN_CA, WRONG_HOST, EXPIRED, NOT_YET_VALID -> false;
        };
    }
}
