package dev.vigie.catalog.pods;

import dev.vigie.catalog.json.Fields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One container of a pod: what is wanted of it and what the kubelet says of it; both may be missing.
record Container(Role role, JsonNode spec, JsonNode status) {
    enum Role {
        INIT,
        SIDECAR,
        MAIN,
        EPHEMERAL
    }

    String name() {
        String name = Fields.text(spec, "name");
        return name.isEmpty() ? Fields.text(status, "name") : name;
    }

    String image() {
        String image = Fields.text(spec, "image");
        return image.isEmpty() ? Fields.text(status, "image") : image;
    }

    /// The kubelet has said something of it.
    boolean told() {
        return Fields.has(status, "state");
    }

    /// Why it waits, as the kubelet says it; empty when it does not wait.
    String waiting() {
        return Fields.text(status, "state", "waiting", "reason");
    }

    boolean waits(String... reasons) {
        for (String reason : reasons) if (waiting().equals(reason)) return true;
        return false;
    }

    /// What the kubelet says of its waiting.
    String message() {
        return Fields.text(status, "state", "waiting", "message");
    }

    boolean running() {
        return Fields.has(status, "state", "running");
    }

    @Nullable
    Instant startedAt() {
        return Fields.moment(status, "state", "running", "startedAt");
    }

    /// How it ended; null when it has not, or runs again.
    @Nullable
    Ending ended() {
        return Ending.of(status.path("state"));
    }

    /// How the run before this one ended; null when there was none.
    @Nullable
    Ending before() {
        return Ending.of(status.path("lastState"));
    }

    /// How it ended last, be it now or before.
    @Nullable
    Ending last() {
        Ending now = ended();
        return now == null ? before() : now;
    }

    boolean ready() {
        return Fields.is(status, "ready");
    }

    /// Its startup probe has succeeded, or it has none and runs.
    boolean started() {
        return Fields.is(status, "started");
    }

    boolean notStartedYet() {
        return status.path("started").isBoolean() && !started();
    }

    int restarts() {
        return Fields.number(0, status, "restartCount");
    }

    boolean probed(String probe) {
        return spec.path(probe).isObject();
    }

    /// A limit or a request, as it was written; empty when there is none.
    String amount(String which, String resource) {
        return Fields.text(spec, "resources", which, resource);
    }

    boolean is(Role which) {
        return role == which;
    }
}
