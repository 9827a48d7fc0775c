package dev.vigie.kube.logs;

import dev.vigie.kube.logs.LogSource.Part;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// How one container of a pod stands: `run` counts its restarts; the log that can be read is that of this run.
record Instance(String container, Part part, int run, Standing standing, End last) {

    /// Whether it runs now.
    sealed interface Standing {
        /// It never ran, or is between two runs; `ranBefore` says which.
        record Waiting(String reason, String message, boolean ranBefore) implements Standing {}

        record Running() implements Standing {}

        record Ended(End end) implements Standing {}
    }

    /// How a run ended; `code` is -1 when nobody knows.
    record End(int code, String reason) {
        static final End UNKNOWN = new End(-1, "");
    }

    /// It has written, or could have.
    boolean hasLog() {
        return switch (standing) {
            case Standing.Waiting waiting -> waiting.ranBefore();
            case Standing.Running _, Standing.Ended _ -> true;
        };
    }

    boolean running() {
        return standing instanceof Standing.Running;
    }

    /// How the run before this one ended, or this one if it did.
    End end() {
        return standing instanceof Standing.Ended(End end) ? end : last;
    }

    /// The containers of a pod, in the order in which they are begun.
    static List<Instance> of(JsonNode pod) {
        List<Instance> all = new ArrayList<>();
        add(all, pod, "initContainers", "initContainerStatuses", Part.INIT);
        add(all, pod, "containers", "containerStatuses", Part.MAIN);
        add(all, pod, "ephemeralContainers", "ephemeralContainerStatuses", Part.EPHEMERAL);
        return all;
    }

    private static void add(List<Instance> all, JsonNode pod, String specs, String statuses, Part part) {
        for (JsonNode spec : pod.path("spec").path(specs)) {
            String name = spec.path("name").asString("");
            JsonNode status = named(pod.path("status").path(statuses), name);
            all.add(new Instance(
                    name, part, status.path("restartCount").asInt(0), standing(status), end(status.path("lastState"))));
        }
    }

    private static JsonNode named(JsonNode statuses, String name) {
        for (JsonNode status : statuses) if (status.path("name").asString("").equals(name)) return status;
        return MissingNode.getInstance();
    }

    private static Standing standing(JsonNode status) {
        JsonNode state = status.path("state");
        if (state.has("running")) return new Standing.Running();
        if (state.has("terminated")) return new Standing.Ended(end(state));
        JsonNode waiting = state.path("waiting");
        return new Standing.Waiting(
                waiting.path("reason").asString(""),
                waiting.path("message").asString(""),
                status.path("lastState").has("terminated"));
    }

    private static End end(JsonNode state) {
        JsonNode terminated = state.path("terminated");
        if (!terminated.isObject()) return End.UNKNOWN;
        return new End(
                terminated.path("exitCode").asInt(-1), terminated.path("reason").asString(""));
    }

    /// No container of the pod will be started again.
    static boolean over(JsonNode pod) {
        String phase = pod.path("status").path("phase").asString("");
        return phase.equals("Succeeded") || phase.equals("Failed");
    }
}
