package dev.vigie.kube.config;

import java.io.File;
import java.util.ArrayDeque;
import java.util.Deque;

/// Joins paths as Go's `filepath.Join` does: by text alone, `.` and `..` taken out, no link followed.
final class GoPath {
    private GoPath() {}

    /// `path` seen from `folder`, which is absolute.
    static String join(String folder, String path) {
        if (File.separatorChar != '/')
            return java.nio.file.Path.of(folder, path).normalize().toString();
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (folder + "/" + path).split("/")) {
            if (part.isEmpty() || part.equals(".")) continue;
            if (part.equals("..")) parts.pollLast();
            else parts.addLast(part);
        }
        return "/" + String.join("/", parts);
    }
}
