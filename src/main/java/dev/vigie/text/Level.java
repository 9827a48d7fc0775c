package dev.vigie.text;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How grave a line says it is: in words, as `level=warn`, in JSON, or as klog's first letter.
public enum Level {
    NONE,
    TRACE,
    DEBUG,
    INFO,
    WARN,
    ERROR,
    FATAL;

    /// Where a level stands it stands early.
    private static final int LOOKED_AT = 400;

    private static final Map<String, Level> WORDS = Map.ofEntries(
            Map.entry("trace", TRACE),
            Map.entry("verbose", DEBUG),
            Map.entry("debug", DEBUG),
            Map.entry("info", INFO),
            Map.entry("information", INFO),
            Map.entry("notice", INFO),
            Map.entry("warn", WARN),
            Map.entry("warning", WARN),
            Map.entry("err", ERROR),
            Map.entry("error", ERROR),
            Map.entry("severe", ERROR),
            Map.entry("crit", FATAL),
            Map.entry("critical", FATAL),
            Map.entry("alert", FATAL),
            Map.entry("emerg", FATAL),
            Map.entry("emergency", FATAL),
            Map.entry("fatal", FATAL),
            Map.entry("panic", FATAL));

    private static final Map<Character, Level> KLOG = Map.of('I', INFO, 'W', WARN, 'E', ERROR, 'F', FATAL);
    private static final Pattern KLOG_LINE = Pattern.compile("^[IWEF]\\d{4} \\d\\d:\\d\\d:\\d\\d");
    private static final Pattern NAMED = Pattern.compile(
            "(?:^|[\\s,{\"])(?:level|severity|lvl|loglevel|levelname|log\\.level)\"?\\s*[=:]\\s*\"?([A-Za-z]+|\\d{2}\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final String GO_PANIC = "panic: ";
    private static final Pattern SAID = Pattern.compile("(?:^|[\\s\\[(<|:])"
            + "(TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERR(?:OR)?|SEVERE|CRIT(?:ICAL)?|ALERT|EMERG|FATAL|PANIC"
            + "|(?<=\\[)(?:trace|debug|info|notice|warn(?:ing)?|error|crit|alert|emerg|fatal)"
            // as winston writes it: after the time, before a colon
            + "|(?<=[Z\\d] )(?:debug|info|warn(?:ing)?|error)(?=: ))(?=$|[\\s\\])>|:,])");

    /// What a line says of itself.
    public static Level of(String line) {
        String start = line.length() > LOOKED_AT ? line.substring(0, LOOKED_AT) : line;
        if (start.startsWith(GO_PANIC)) return FATAL;
        if (KLOG_LINE.matcher(start).find()) return KLOG.getOrDefault(start.charAt(0), NONE);
        Matcher named = NAMED.matcher(start);
        if (named.find()) {
            Level level = word(named.group(1));
            if (level != NONE) return level;
        }
        Matcher said = SAID.matcher(start);
        return said.find() ? word(said.group(1)) : NONE;
    }

    private static Level word(String word) {
        if (Character.isDigit(word.charAt(0))) return numbered(Integer.parseInt(word));
        return WORDS.getOrDefault(word.toLowerCase(Locale.ROOT), NONE);
    }

    /// As bunyan and pino count them.
    private static Level numbered(int number) {
        return switch (number) {
            case 10 -> TRACE;
            case 20 -> DEBUG;
            case 30 -> INFO;
            case 40 -> WARN;
            case 50 -> ERROR;
            case 60 -> FATAL;
            default -> NONE;
        };
    }
}
