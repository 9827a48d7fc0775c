package dev.vigie.demo.rules.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How names, labels and keys may be written; each answers with what is wrong.
final class Words {
    static final String SUBDOMAIN =
            "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must "
                    + "start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is "
                    + "'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
    static final String LABEL =
            "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and "
                    + "end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is "
                    + "'[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
    private static final String WILDCARD =
            "a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must consist "
                    + "of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric character (e.g. "
                    + "'*.example.com', regex used for validation is "
                    + "'\\*\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
    private static final String OLD_LABEL =
            "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic "
                    + "character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for "
                    + "validation is '[a-z]([-a-z0-9]*[a-z0-9])?')";
    private static final String QUALIFIED =
            "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric "
                    + "character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is "
                    + "'([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
    private static final String VALUE =
            "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must "
                    + "start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex "
                    + "used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";
    private static final String KEY =
            "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or "
                    + "'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')";

    private static final Pattern SUBDOMAINS =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
    private static final Pattern LABELS = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern OLD_LABELS = Pattern.compile("[a-z]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern NAMES = Pattern.compile("([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]");
    private static final Pattern KEYS = Pattern.compile("[-._a-zA-Z0-9]+");
    private static final int LONG = 253;
    private static final int SHORT = 63;

    private Words() {}

    private static List<String> shaped(String text, Pattern shape, String why, int most) {
        List<String> wrong = new ArrayList<>();
        if (text.length() > most) wrong.add("must be no more than " + most + " characters");
        if (!shape.matcher(text).matches()) wrong.add(why);
        return wrong;
    }

    static List<String> subdomain(String text) {
        return shaped(text, SUBDOMAINS, SUBDOMAIN, LONG);
    }

    static List<String> wildcard(String text) {
        String rest = text.startsWith("*.") ? text.substring(2) : "*";
        return SUBDOMAINS.matcher(rest).matches() ? List.of() : List.of(WILDCARD);
    }

    static List<String> label(String text) {
        return shaped(text, LABELS, LABEL, SHORT);
    }

    static List<String> oldLabel(String text) {
        return shaped(text, OLD_LABELS, OLD_LABEL, SHORT);
    }

    /// A label that would be a subdomain is told about its dots only.
    static List<String> labelOrDots(String text) {
        return text.contains(".") && SUBDOMAINS.matcher(text).matches()
                ? List.of("must not contain dots")
                : label(text);
    }

    static List<String> value(String text) {
        List<String> wrong = new ArrayList<>();
        if (text.length() > SHORT) wrong.add("must be no more than 63 bytes");
        else if (!text.isEmpty() && !NAMES.matcher(text).matches()) wrong.add(VALUE);
        return wrong;
    }

    static List<String> qualified(String text) {
        int slash = text.indexOf('/');
        if (slash >= 0 && text.indexOf('/', slash + 1) >= 0) {
            return List.of("a valid label key " + QUALIFIED
                    + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')");
        }
        List<String> wrong = new ArrayList<>();
        if (slash == 0) wrong.add("prefix part must be non-empty");
        else if (slash > 0) subdomain(text.substring(0, slash)).forEach(each -> wrong.add("prefix part " + each));
        String name = text.substring(slash + 1);
        if (name.isEmpty()) wrong.add("name part must be non-empty");
        else if (name.length() > SHORT) wrong.add("name part must be no more than 63 bytes");
        if (!NAMES.matcher(name).matches()) wrong.add("name part " + QUALIFIED);
        return wrong;
    }

    static List<String> key(String text) {
        List<String> wrong = shaped(text, KEYS, KEY, LONG);
        if (text.equals(".")) wrong.add("must not be '.'");
        else if (text.equals("..")) wrong.add("must not be '..'");
        else if (text.startsWith("..")) wrong.add("must not start with '..'");
        return wrong;
    }

    static List<String> portName(String text) {
        List<String> wrong = new ArrayList<>();
        if (text.length() > 15) wrong.add("must be no more than 15 characters");
        if (!text.matches("[-a-z0-9]*")) {
            wrong.add("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)");
        } else {
            if (!text.matches(".*[a-z].*")) wrong.add("must contain at least one letter (a-z)");
            if (text.contains("--")) wrong.add("must not contain consecutive hyphens");
            if (text.startsWith("-") || text.endsWith("-")) wrong.add("must not begin or end with a hyphen");
        }
        return wrong;
    }

    static List<String> variable(String text) {
        boolean plain = text.chars().allMatch(each -> each >= 0x20 && each < 0x7f && each != '=');
        return plain && !text.isEmpty()
                ? List.of()
                : List.of("a valid environment variable name must consist only of printable ASCII characters other "
                        + "than '='");
    }

    static boolean address(String text) {
        if (text.contains(":")) return text.matches("[0-9a-fA-F:.]+");
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) return false;
        for (String part : parts) {
            if (!part.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(part) > 255) return false;
        }
        return true;
    }

    static @Nullable String first(List<String> wrong) {
        return wrong.isEmpty() ? null : wrong.getFirst();
    }
}
