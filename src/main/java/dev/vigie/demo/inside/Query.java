package dev.vigie.demo.inside;

import dev.vigie.demo.model.Refused;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reading a query as the API server does, with its words when a value cannot be read.
final class Query {
    private static final String[][] TIME = {
        {"\\d{4}", "2006"},
        {"-", "-"},
        {"\\d\\d", "01"},
        {"-", "-"},
        {"\\d\\d", "02"},
        {"T", "T"},
        {"\\d\\d", "15"},
        {":", ":"},
        {"\\d\\d", "04"},
        {":", ":"},
        {"\\d\\d(?:[.,]\\d+)?", "05"},
        {"Z|[+-]\\d\\d:\\d\\d", "Z07:00"}
    };
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private Query() {}

    /// The first value, or nothing.
    static String text(Map<String, List<String>> query, String name) {
        List<String> values = query.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    /// True when it is there at all, unless it says `false` or `0`.
    static boolean flag(Map<String, List<String>> query, String name) {
        List<String> values = query.getOrDefault(name, List.of());
        return !values.isEmpty()
                && !values.getFirst().equalsIgnoreCase("false")
                && !values.getFirst().equals("0");
    }

    static @Nullable Long number(Map<String, List<String>> query, String name) {
        List<String> values = query.getOrDefault(name, List.of());
        if (values.isEmpty()) return null;
        String value = values.getFirst();
        if (!value.matches("[+-]?[0-9]+")) throw unread(value, "invalid syntax");
        BigInteger number = new BigInteger(value);
        if (number.abs().compareTo(MOST) > 0) throw unread(value, "value out of range");
        return number.longValueExact();
    }

    static @Nullable Instant time(Map<String, List<String>> query, String name) {
        String value = text(query, name);
        if (value.isEmpty()) return null;
        String rest = value;
        for (String[] part : TIME) {
            Matcher matcher = Pattern.compile(part[0]).matcher(rest);
            if (!matcher.lookingAt()) throw notATime(value, ": cannot parse \"" + rest + "\" as \"" + part[1] + "\"");
            rest = rest.substring(matcher.end());
        }
        if (!rest.isEmpty()) throw notATime(value, ": extra text: \"" + rest + "\"");
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw Refused.badRequest("parsing time \"" + value + "\": day out of range");
        }
    }

    private static Refused notATime(String value, String why) {
        return Refused.badRequest("parsing time \"" + value + "\" as \"2006-01-02T15:04:05Z07:00\"" + why);
    }

    private static Refused unread(String value, String why) {
        return Refused.badRequest("strconv.ParseInt: parsing \"" + value + "\": " + why);
    }
}
