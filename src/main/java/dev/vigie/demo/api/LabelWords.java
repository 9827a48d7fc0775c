package dev.vigie.demo.api;

import dev.vigie.demo.model.Refused;
import java.util.regex.Pattern;

/// What may be the key and the value of a label in a selector.
final class LabelWords {
    private static final Pattern KEY = Pattern.compile("([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]");
    private static final Pattern VALUE = Pattern.compile("(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?");

    private LabelWords() {}

    static void key(String key) {
        String name = key.substring(key.indexOf('/') + 1);
        if (KEY.matcher(name).matches()) return;
        throw Refused.badRequest("unable to parse requirement: <nil>: Invalid value: \"" + key
                + "\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an "
                + "alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '"
                + KEY.pattern() + "')");
    }

    static void value(String key, int index, String value) {
        if (VALUE.matcher(value).matches()) return;
        throw Refused.badRequest("unable to parse requirement: values[" + index + "][" + key + "]: Invalid value: \""
                + value
                + "\": a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and "
                + "must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex "
                + "used for validation is '" + VALUE.pattern() + "')");
    }
}
