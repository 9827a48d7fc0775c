package dev.vigie.demo.api;

/// The first fault of a text that should be JSON, in the words of the real server.
final class JsonFault {
    private static final String END = "unexpected end of JSON input";
    private static final String VALUE = "looking for beginning of value";

    private final String text;
    private int at;

    private JsonFault(String text) {
        this.text = text;
    }

    /// Thrown inside to leave the reading.
    private static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1;

        Found(String message) {
            super(message, null, false, false);
        }
    }

    /// The sentence, or an empty text when nothing is wrong.
    static String of(String text) {
        JsonFault fault = new JsonFault(text);
        try {
            fault.value();
            fault.blank();
            if (fault.at < text.length()) throw fault.wrong("after top-level value");
            return "";
        } catch (Found e) {
            return String.valueOf(e.getMessage());
        }
    }

    /// What Go calls the sort of a value.
    static String sort(String text) {
        char first = text.isBlank() ? ' ' : text.strip().charAt(0);
        return switch (first) {
            case '{' -> "object";
            case '[' -> "array";
            case '"' -> "string";
            case 't', 'f' -> "bool";
            default -> "number";
        };
    }

    private void value() {
        blank();
        switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        }
    }

    private void object() {
        at++;
        blank();
        if (peek() == '}') {
            at++;
            return;
        }
        while (true) {
            blank();
            if (peek() != '"') throw wrong("looking for beginning of object key string");
            string();
            blank();
            if (peek() != ':') throw wrong("after object key");
            at++;
            value();
            blank();
            if (peek() == '}') break;
            if (peek() != ',') throw wrong("after object key:value pair");
            at++;
        }
        at++;
    }

    private void array() {
        at++;
        blank();
        if (peek() == ']') {
            at++;
            return;
        }
        while (true) {
            value();
            blank();
            if (peek() == ']') break;
            if (peek() != ',') throw wrong("after array element");
            at++;
        }
        at++;
    }

    private void string() {
        at++;
        while (peek() != '"') {
            if (peek() < ' ') throw wrong("in string literal");
            if (peek() == '\\') {
                at++;
                if ("\"\\/bfnrtu".indexOf(peek()) < 0) throw wrong("in string escape code");
            }
            at++;
        }
        at++;
    }

    private void word(String word) {
        for (int i = 0; i < word.length(); i++, at++) {
            if (peek() != word.charAt(i)) {
                throw wrong("in literal " + word + " (expecting '" + word.charAt(i) + "')");
            }
        }
    }

    private void number() {
        if (peek() == '-') {
            at++;
            if (!Character.isDigit(peek())) throw wrong("in numeric literal");
        }
        if (!Character.isDigit(peek())) throw wrong(VALUE);
        while (at < text.length() && "0123456789.eE+-".indexOf(text.charAt(at)) >= 0) at++;
    }

    private void blank() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) at++;
    }

    private char peek() {
        if (at >= text.length()) throw new Found(END);
        return text.charAt(at);
    }

    private Found wrong(String where) {
        char found = text.charAt(at);
        String shown = found == '\'' ? "'\\''" : found == '"' ? "'\"'" : "'" + found + "'";
        return new Found("invalid character " + shown + " " + where);
    }
}
