package dev.vigie.demo.image.script;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The formats of `printf`, `echo -e` and `date`, as far as scripts of pods use them.
final class Format {
    private static final Pattern FIELD = Pattern.compile("%[0-9.+-]*[a-zA-Z%]");

    private Format() {}

    /// Without the last end of line, which every line of a log has by itself.
    static String of(List<String> words) {
        if (words.isEmpty()) return "";
        Iterator<String> values = words.subList(1, words.size()).iterator();
        String text = FIELD.matcher(words.getFirst())
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group().equals("%%") ? "%" : values.hasNext() ? values.next() : ""));
        String made = escapes(text);
        return made.endsWith("\n") ? made.substring(0, made.length() - 1) : made;
    }

    static String escapes(String text) {
        return text.replace("\\n", "\n")
                .replace("\\t", "\t")
                .replaceAll("\\\\(033|x1[bB]|e)", "\u001b")
                .replace("\\\\", "\\");
    }

    static String date(String format, Instant at) {
        ZonedDateTime time = at.atZone(ZoneOffset.UTC);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c == '%' && i + 1 < format.length()) text.append(field(format.charAt(++i), time));
            else text.append(c);
        }
        return text.toString();
    }

    private static String field(char c, ZonedDateTime time) {
        return switch (c) {
            case 'Y' -> "%04d".formatted(time.getYear());
            case 'm' -> "%02d".formatted(time.getMonthValue());
            case 'd' -> "%02d".formatted(time.getDayOfMonth());
            case 'H' -> "%02d".formatted(time.getHour());
            case 'M' -> "%02d".formatted(time.getMinute());
            case 'S' -> "%02d".formatted(time.getSecond());
            case 'N' -> "%09d".formatted(time.getNano());
            case 'F' -> field('Y', time) + "-" + field('m', time) + "-" + field('d', time);
            case 'T' -> field('H', time) + ":" + field('M', time) + ":" + field('S', time);
            case 's' -> Long.toString(time.toEpochSecond());
            case 'Z' -> "UTC";
            case 'z' -> "+0000";
            default -> "%" + c;
        };
    }
}
