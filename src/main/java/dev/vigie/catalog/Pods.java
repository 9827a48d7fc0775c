package dev.vigie.catalog;

import dev.vigie.kind.Tone;

/// Pods: the status words of kubectl, fewer ready containers than wanted, many restarts.
final class Pods implements KnownKind {
    @Override
    public String toneColumn(Cells cells) {
        return "Status";
    }

    @Override
    public Tone tone(Cells cells) {
        String status = cells.say("Status");
        if (cells.row().deleting() || status.equals("Terminating")) return Tone.ENDING;
        return switch (status) {
            case "Running" -> running(cells);
            case "Completed", "Succeeded" -> Tone.DONE;
            case "Pending", "ContainerCreating", "PodInitializing", "SchedulingGated" -> Tone.PROGRESS;
            case "NotReady", "Unknown" -> Tone.WARN;
            case "" -> Tone.QUIET;
            default -> words(status);
        };
    }

    private static Tone running(Cells cells) {
        if (many(cells)) return Tone.WARN;
        return cells.missing("Ready") > 0 ? Tone.PROGRESS : Tone.OK;
    }

    /// Reasons of containers, perhaps behind `Init:`.
    private static Tone words(String status) {
        if (status.matches("Init:\\d+/\\d+") || status.equals("Init:PodInitializing")) return Tone.PROGRESS;
        String reason = status.startsWith("Init:") ? status.substring(5) : status;
        boolean bad = reason.startsWith("ExitCode:")
                || reason.startsWith("Signal:")
                || reason.startsWith("Err")
                || reason.endsWith("Error")
                || reason.endsWith("BackOff")
                || reason.endsWith("Failed");
        if (bad) return Tone.ERROR;
        return switch (reason) {
            case "OOMKilled",
                    "Evicted",
                    "DeadlineExceeded",
                    "ContainerCannotRun",
                    "InvalidImageName",
                    "NodeLost",
                    "Terminated",
                    "UnexpectedAdmissionError",
                    "NodeShutdown",
                    "NodeAffinity",
                    "Preempting",
                    "OutOfcpu",
                    "OutOfmemory",
                    "OutOfpods" -> Tone.ERROR;
            default -> Tone.QUIET;
        };
    }

    private static boolean many(Cells cells) {
        return cells.number("Restarts") >= 10;
    }

    @Override
    public Tone cause(String column, Cells cells) {
        if (column.equalsIgnoreCase("Restarts")) return many(cells) ? Tone.WARN : Tone.QUIET;
        boolean bad = tone(cells) == Tone.ERROR && cells.missing("Ready") > 0;
        return column.equalsIgnoreCase("Ready") && bad ? Tone.ERROR : Tone.QUIET;
    }
}
