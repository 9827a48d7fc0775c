package dev.vigie.catalog.pods;

import dev.vigie.catalog.json.Fields;
import dev.vigie.catalog.pods.Container.Role;
import dev.vigie.kind.Tone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The word kubectl prints in the column STATUS, by its rules, and what it means.
public final class StatusWord {
    private StatusWord() {}

    static String of(Pod pod) {
        if (pod.deleting()) {
            if (pod.reason().equals("NodeLost")) return "Unknown";
            if (!pod.over()) return "Terminating";
        }
        String reason = pod.reason().isEmpty() ? pod.phase() : pod.reason();
        boolean gated = Fields.text(pod.condition("PodScheduled"), "reason").equals("SchedulingGated");
        String init = initWord(pod);
        if (init != null && !pod.holds("Initialized")) return init;
        return mainWord(pod, init != null ? init : gated ? "SchedulingGated" : reason);
    }

    /// Null when every init container is done.
    private static @Nullable String initWord(Pod pod) {
        List<Container> all = pod.first();
        for (int i = 0; i < all.size(); i++) {
            Container each = all.get(i);
            Ending ended = each.ended();
            if (!each.told()
                    && Fields.list(pod.object(), "status", "initContainerStatuses")
                            .isEmpty()) return null;
            if (ended != null && ended.code() == 0) continue;
            if (each.is(Role.SIDECAR) && each.started()) continue;
            if (ended != null) return "Init:" + ended.word();
            String waiting = each.waiting();
            boolean waits = !waiting.isEmpty() && !waiting.equals("PodInitializing");
            return "Init:" + (waits ? waiting : i + "/" + all.size());
        }
        return null;
    }

    private static String mainWord(Pod pod, String otherwise) {
        String reason = otherwise;
        String error = "";
        boolean running = false;
        for (Container each : pod.containers(Role.MAIN).reversed()) {
            Ending ended = each.ended();
            if (!each.waiting().isEmpty()) reason = each.waiting();
            else if (ended != null) {
                reason = ended.word();
                if (ended.code() != 0) error = reason;
            } else if (each.ready() && each.running()) running = true;
        }
        if (!reason.equals("Completed")) return reason;
        if (running && pod.holds("Ready")) return "Running";
        if (!error.isEmpty()) return error;
        return running ? "NotReady" : reason;
    }

    /// What the word means by itself; `Running` is left to who knows the numbers beside it.
    public static Tone tone(String status) {
        return switch (status) {
            case "Running" -> Tone.OK;
            case "Terminating" -> Tone.ENDING;
            case "Completed", "Succeeded" -> Tone.DONE;
            case "Pending", "ContainerCreating", "PodInitializing", "SchedulingGated" -> Tone.PROGRESS;
            case "NotReady", "Unknown" -> Tone.WARN;
            case "" -> Tone.QUIET;
            default -> words(status);
        };
    }

    /// Reasons of containers, perhaps behind `Init:`.
    private static Tone words(String status) {
        if (status.matches("Init:\\d+/\\d+") || status.equals("Init:PodInitializing")) return Tone.PROGRESS;
        String reason = status.startsWith("Init:") ? status.substring(5) : status;
        boolean bad = reason.startsWith("ExitCode:")
                || reason.startsWith("Signal:")
                || reason.startsWith("Err")
                || reason.startsWith("OutOf")
                || reason.endsWith("Error")
                || reason.endsWith("BackOff")
                || reason.endsWith("Failed");
        if (bad) return Tone.ERROR;
        return switch (reason) {
            case "Failed",
                    "OOMKilled",
                    "Evicted",
                    "DeadlineExceeded",
                    "ContainerCannotRun",
                    "ContainerStatusUnknown",
                    "InvalidImageName",
                    "NodeLost",
                    "Terminated",
                    "NodeShutdown",
                    "NodeAffinity",
                    "Preempting" -> Tone.ERROR;
            default -> Tone.QUIET;
        };
    }
}
