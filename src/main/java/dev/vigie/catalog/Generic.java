package dev.vigie.catalog;

import dev.vigie.kind.Tone;
import java.util.List;
import java.util.Locale;

/// Every kind nobody told us about: looks at columns named like a state, and stays quiet when unsure.
final class Generic implements KnownKind {
    private static final List<String> COLUMNS =
            List.of("Status", "Phase", "State", "Health Status", "Health", "Ready", "Available", "Synced");

    @Override
    public String toneColumn(Cells cells) {
        for (String column : COLUMNS) if (cells.has(column)) return column;
        return "";
    }

    @Override
    public Tone tone(Cells cells) {
        if (cells.row().deleting()) return Tone.ENDING;
        String column = toneColumn(cells);
        String word = cells.say(column);
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "true",
                    "ready",
                    "running",
                    "active",
                    "healthy",
                    "available",
                    "bound",
                    "succeeded",
                    "synced",
                    "approved,issued",
                    "established" -> Tone.OK;
            case "false" -> says(column) ? Tone.WARN : Tone.QUIET;
            case "pending",
                    "progressing",
                    "creating",
                    "updating",
                    "provisioning",
                    "reconciling",
                    "installing",
                    "starting",
                    "waiting" -> Tone.PROGRESS;
            case "degraded", "warning", "notready", "not ready", "outofsync", "stalled" -> Tone.WARN;
            case "failed", "error", "crashloopbackoff", "lost", "unhealthy", "denied" -> Tone.ERROR;
            case "terminating", "deleting" -> Tone.ENDING;
            case "complete", "completed", "done", "finished" -> Tone.DONE;
            default -> ratio(cells, column);
        };
    }

    /// `False` means trouble where the column is a promise.
    private static boolean says(String column) {
        return column.equals("Ready") || column.equals("Available") || column.equals("Synced");
    }

    private static Tone ratio(Cells cells, String column) {
        long missing = cells.missing(column);
        if (missing < 0) return Tone.QUIET;
        return missing == 0 ? Tone.OK : Tone.WARN;
    }
}
