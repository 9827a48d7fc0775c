package dev.vigie.demo.inside.shell;

import java.util.ArrayList;
import java.util.List;

/// Absolute paths as text.
final class Paths {
    private Paths() {}

    /// `path` as seen from `here`, without `.` and `..`.
    static String resolve(String here, String path) {
        String whole = path.startsWith("/") ? path : here + "/" + path;
        List<String> parts = new ArrayList<>();
        for (String part : whole.split("/")) {
            if (part.isEmpty() || part.equals(".")) continue;
            if (!part.equals("..")) parts.add(part);
            else if (!parts.isEmpty()) parts.removeLast();
        }
        return "/" + String.join("/", parts);
    }

    static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }

    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    static String child(String folder, String name) {
        return folder.endsWith("/") ? folder + name : folder + "/" + name;
    }
}
