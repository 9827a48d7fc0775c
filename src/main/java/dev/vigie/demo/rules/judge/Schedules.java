package dev.vigie.demo.rules.judge;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether a cron line can be read.
final class Schedules {
    private static final Set<String> NAMED =
            Set.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");
    private static final int[] LEAST = {0, 0, 1, 1, 0};
    private static final int[] MOST = {59, 23, 31, 12, 6};
    private static final List<String> MONTHS =
            List.of("", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

    private Schedules() {}

    /// What is wrong with a line, or null.
    static @Nullable String fault(String line) {
        if (line.startsWith("@")) {
            if (NAMED.contains(line) || line.startsWith("@every ")) return null;
            return "unrecognized descriptor: " + line;
        }
        String[] fields = line.trim().split("\\s+");
        if (fields.length != 5) {
            return "expected exactly 5 fields, found " + fields.length + ": [" + String.join(" ", fields) + "]";
        }
        for (int i = 0; i < fields.length; i++) {
            for (String part : fields[i].split(",", -1)) {
                String wrong = part(part, i);
                if (wrong != null) return wrong;
            }
        }
        return null;
    }

    private static @Nullable String part(String part, int field) {
        String[] stepped = part.split("/", -1);
        if (stepped.length > 2) return "too many slashes: " + part;
        String[] range = stepped[0].split("-", -1);
        if (range.length > 2) return "too many hyphens: " + part;
        int from = LEAST[field];
        int to = MOST[field];
        if (!stepped[0].equals("*") && !stepped[0].equals("?")) {
            int[] ends = new int[range.length];
            for (int i = 0; i < range.length; i++) {
                ends[i] = number(range[i], field);
                if (ends[i] < 0) {
                    return "failed to parse int from " + range[i] + ": strconv.Atoi: parsing \"" + range[i]
                            + "\": invalid syntax";
                }
            }
            from = ends[0];
            to = ends.length == 2 ? ends[1] : stepped.length == 2 ? MOST[field] : from;
        }
        if (from < LEAST[field])
            return "beginning of range (" + from + ") below minimum (" + LEAST[field] + "): " + part;
        if (to > MOST[field]) return "end of range (" + to + ") above maximum (" + MOST[field] + "): " + part;
        if (from > to) return "beginning of range (" + from + ") beyond end of range (" + to + "): " + part;
        if (stepped.length == 2 && number(stepped[1], -1) == 0)
            return "step of range should be a positive number: " + part;
        return null;
    }

    private static int number(String text, int field) {
        if (text.matches("[0-9]{1,9}")) return Integer.parseInt(text);
        String name = text.toLowerCase(Locale.ROOT);
        if (field == 3) return MONTHS.indexOf(name);
        return field == 4 ? DAYS.indexOf(name) : -1;
    }
}
