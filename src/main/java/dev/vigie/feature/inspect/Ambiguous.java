package dev.vigie.feature.inspect;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Texts that would be read as something else if they stood in YAML without quotes, by the table of kubectl's library:
/// https://github.com/yaml/go-yaml/blob/v2/resolve.go
final class Ambiguous {
    private static final Set<String> WORDS = Set.of(
            "", "~", "null", "Null", "NULL", "y", "Y", "yes", "Yes", "YES", "n", "N", "no", "No", "NO", "true", "True",
            "TRUE", "false", "False", "FALSE", "on", "On", "ON", "off", "Off", "OFF", ".nan", ".NaN", ".NAN", ".inf",
            ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF", "<<");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern BASED =
            Pattern.compile("[-+]?0([xX][0-9a-fA-F]{1,16}|[oO][0-7]{1,22}|[bB][01]{1,64})");
    private static final Pattern SIXTY = Pattern.compile("[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?");
    private static final Pattern MOMENT = Pattern.compile(
            "[0-9]{4}-([0-9]{1,2})-([0-9]{1,2})(([Tt]([0-9]{1,2}):[0-9]{1,2}:[0-9]{1,2}(\\.[0-9]+)?(Z|[-+][0-9]{2}:[0-9]{2}))"
                    + "|( ([0-9]{1,2}):[0-9]{1,2}:[0-9]{1,2}(\\.[0-9]+)?))?");

    private Ambiguous() {}

    static boolean text(String text) {
        if (WORDS.contains(text)) return true;
        char first = text.charAt(0);
        if ("+-.0123456789".indexOf(first) < 0) return false;
        String plain = first == '.' ? text : text.replace("_", "");
        return NUMBER.matcher(plain).matches()
                || BASED.matcher(plain).matches()
                || SIXTY.matcher(text).matches()
                || moment(text);
    }

    private static boolean moment(String text) {
        Matcher moment = MOMENT.matcher(text);
        if (!moment.matches()) return false;
        int month = Integer.parseInt(moment.group(1));
        int day = Integer.parseInt(moment.group(2));
        return month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }
}
