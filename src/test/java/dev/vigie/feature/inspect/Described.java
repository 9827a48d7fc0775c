package dev.vigie.feature.inspect;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What `kubectl describe` printed, line by line as values.
record Described(String kind, String text) {
    private static final Pattern LABELLED = Pattern.compile("\\s*(?:- )?([A-Za-z][^:]{0,60}):(?:\\s+(.*))?");
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ROOT);
    private static final Set<String> NOTHING =
            Set.of("", "<none>", "<unset>", "<nil>", "None", "<unknown>", "0/TCP", "Normal");

    /// Each value that is not said, with its line.
    List<String> missing(String ours) {
        String said = ours.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        List<String> missing = new ArrayList<>();
        List<String> lines = text.lines().toList();
        String section = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.matches("[A-Z].*:.*")) section = line.substring(0, line.indexOf(':'));
            boolean head = i + 1 < lines.size() && lines.get(i + 1).matches("\\s*----*( .*)?");
            if (head || line.matches("[\\s-]*") || Exceptions.of(kind, section, line)) continue;
            for (String value : values(section, line))
                if (!isSaid(value, said)) missing.add(section + " | " + line.strip() + "  ->  " + value);
        }
        return missing;
    }

    private static List<String> values(String section, String line) {
        if (section.equals("Events")) return event(line);
        Matcher labelled = LABELLED.matcher(line);
        String value = labelled.matches() ? (labelled.group(2) == null ? "" : labelled.group(2)) : line;
        if (moment(value) != null) return List.of(value.strip());
        List<String> otherwise = InOtherWords.of(line, value.strip());
        List<String> parts = otherwise == null ? List.of(value.strip().split("\\s{2,}|, |,(?=[a-z])")) : otherwise;
        return parts.stream()
                .map(String::strip)
                .filter(part -> !isNothing(part))
                .toList();
    }

    /// Reason and message: how old it is changes, and who said so is in the event's own page.
    private static List<String> event(String line) {
        String[] cells = line.strip().split("\\s{2,}");
        return cells.length < 5 ? List.of() : List.of(cells[1], cells[cells.length - 1]);
    }

    private static boolean isNothing(String part) {
        return NOTHING.contains(part) || part.matches("-+|\\d+[smhd](\\d+[smh])?( \\(x.*)?");
    }

    private static boolean isSaid(String value, String said) {
        String moment = moment(value);
        if (moment != null) return said.contains(moment.toLowerCase(Locale.ROOT));
        String bare = value.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return said.contains(bare) || said.contains(bare.replaceFirst(": ", "="));
    }

    private static @Nullable String moment(String value) {
        try {
            return OffsetDateTime.parse(value.strip(), WHEN).toInstant().toString();
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
