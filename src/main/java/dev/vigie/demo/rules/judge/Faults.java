package dev.vigie.demo.rules.judge;

import dev.vigie.demo.model.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;

/// The faults found so far.
final class Faults {
    private final List<Cause> all = new ArrayList<>();

    List<Cause> all() {
        return List.copyOf(all);
    }

    boolean none() {
        return all.isEmpty();
    }

    int count() {
        return all.size();
    }

    private void add(String reason, String start, String detail, String field) {
        all.add(new Cause(reason, detail.isEmpty() ? start : start + ": " + detail, field));
    }

    void required(String field) {
        required(field, "");
    }

    void required(String field, String detail) {
        add("FieldValueRequired", "Required value", detail, field);
    }

    void invalid(String field, String value, String detail) {
        shown(field, quoted(value), detail);
    }

    void invalid(String field, long value, String detail) {
        shown(field, String.valueOf(value), detail);
    }

    /// A value that is shown as it stands here: JSON, or `null`.
    void shown(String field, String value, String detail) {
        add("FieldValueInvalid", "Invalid value: " + value, detail, field);
    }

    void duplicate(String field, String value) {
        add("FieldValueDuplicate", "Duplicate value: " + quoted(value), "", field);
    }

    void shownTwice(String field, String value) {
        add("FieldValueDuplicate", "Duplicate value: " + value, "", field);
    }

    void absent(String field, String value) {
        add("FieldValueNotFound", "Not found: " + quoted(value), "", field);
    }

    void forbidden(String field, String detail) {
        add("FieldValueForbidden", "Forbidden", detail, field);
    }

    void unsupported(String field, String value, String... supported) {
        unsupportedAs(field, quoted(value), supported);
    }

    void unsupportedAs(String field, String shown, String... supported) {
        String names = List.of(supported).stream().map(Faults::quoted).collect(Collectors.joining(", "));
        add("FieldValueNotSupported", "Unsupported value: " + shown, "supported values: " + names, field);
    }

    void among(String field, String value, String... supported) {
        if (!List.of(supported).contains(value)) unsupported(field, value, supported);
    }

    void tooLong(String field, String value, int most) {
        shownLong(field, value, most, "characters");
    }

    void shownLong(String field, String value, int most, String what) {
        add("FieldValueTooLong", "Too long: may not be more than " + most + " " + what, "", field);
    }

    void least(String field, long value, long least) {
        if (value < least) invalid(field, value, "must be greater than or equal to " + least);
    }

    void port(String field, long value) {
        between(field, value, 1, 65535);
    }

    void between(String field, long value, long least, long most) {
        if (value < least || value > most) {
            invalid(field, value, "must be between " + least + " and " + most + ", inclusive");
        }
    }

    static String quoted(String text) {
        return JsonNodeFactory.instance.stringNode(text).toString();
    }
}
