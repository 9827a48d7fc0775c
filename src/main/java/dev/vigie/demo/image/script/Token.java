package dev.vigie.demo.image.script;

import java.util.List;

/// A piece of a script: a word, or an operator such as `;` or `&&`. A word may be of several parts.
record Token(boolean word, String text, List<Part> parts) {
    /// Text that stands for itself, or that is still to be expanded; what stood in double quotes is never split.
    record Part(String text, boolean expands, boolean quoted) {}

    static Token operator(String text) {
        return new Token(false, text, List.of());
    }

    static Token word(List<Part> parts) {
        StringBuilder text = new StringBuilder();
        boolean plain = true;
        for (Part part : parts) {
            text.append(part.text);
            plain &= !part.quoted;
        }
        return new Token(true, plain ? text.toString() : "", List.copyOf(parts));
    }

    boolean is(String operator) {
        return !word && text.equals(operator);
    }

    /// A word that was written plainly, such as `do`.
    boolean says(String plain) {
        return word && text.equals(plain);
    }
}
