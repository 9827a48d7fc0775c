package dev.vigie.kube.config;

import java.nio.ByteBuffer;
import java.util.List;

/// Tells a file that another tool is just writing from one that was changed on purpose, by what it was before.
final class HalfWritten {
    private HalfWritten() {}

    static boolean looks(FileReading.Good before, FileReading.Outcome now) {
        return switch (now) {
            case FileReading.Missing _, FileReading.Bad _, FileReading.Folder _ -> true;
            case FileReading.Good good ->
                cut(before.bytes(), good.bytes())
                        || lostSection(before.content(), good.content())
                        || (broken(good.content()) && !broken(before.content()));
        };
    }

    /// Empty, the beginning of what was there, or without the last line's end.
    private static boolean cut(ByteBuffer before, ByteBuffer now) {
        int length = now.remaining();
        if (length == 0) return before.hasRemaining();
        boolean beginning =
                length < before.remaining() && before.slice(0, length).equals(now);
        return beginning || (ended(before) && !ended(now));
    }

    private static boolean ended(ByteBuffer bytes) {
        return bytes.hasRemaining() && bytes.get(bytes.limit() - 1) == '\n';
    }

    private static boolean lostSection(FileContent before, FileContent now) {
        return lost(before.clusters(), now.clusters())
                || lost(before.users(), now.users())
                || lost(before.contexts(), now.contexts());
    }

    private static boolean lost(List<?> before, List<?> now) {
        return !before.isEmpty() && now.isEmpty();
    }

    private static boolean broken(FileContent content) {
        return content.rest().troubles().stream().anyMatch(t -> t.weight() == FileTrouble.Weight.ENTRY);
    }
}
