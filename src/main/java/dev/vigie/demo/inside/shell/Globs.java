package dev.vigie.demo.inside.shell;

import java.util.ArrayList;
import java.util.List;

/// Shell patterns: `*`, `?`, `[a-z]`; a backslash takes their meaning away.
final class Globs {
    private Globs() {}

    static boolean matches(String pattern, String text) {
        return java.util.regex.Pattern.compile(regex(pattern), java.util.regex.Pattern.DOTALL)
                .matcher(text)
                .matches();
    }

    static String regex(String pattern) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            int end = c == '[' ? pattern.indexOf(']', i + 2) : -1;
            if (c == '*') regex.append(".*");
            else if (c == '?') regex.append('.');
            else if (end > 0) {
                String set = pattern.substring(i + 1, end).replace("\\", "\\\\").replace("[", "\\[");
                regex.append('[')
                        .append(set.startsWith("!") ? "^" + set.substring(1) : set)
                        .append(']');
                i = end;
            } else {
                if (c == '\\' && i + 1 < pattern.length()) c = pattern.charAt(++i);
                regex.append(java.util.regex.Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }

    /// The paths a pattern stands for, as they were written (relative or not); none when nothing fits.
    static List<String> paths(Disk disk, String here, String pattern) {
        List<String> found = List.of(pattern.startsWith("/") ? "/" : "");
        for (String part : pattern.split("/")) {
            if (part.isEmpty()) continue;
            List<String> next = new ArrayList<>();
            for (String base : found) {
                for (String name : disk.names(Paths.resolve(here, base))) {
                    if ((name.startsWith(".") && !part.startsWith(".")) || !matches(part, name)) continue;
                    next.add(base.isEmpty() || base.endsWith("/") ? base + name : base + "/" + name);
                }
            }
            found = next;
        }
        return found.stream().sorted().toList();
    }
}
