package dev.vigie.text;

import java.util.function.BooleanSupplier;

/// What is looked for in bytes of text, line ends never being part of it.
public sealed interface Needle permits Literal, Expression {

    /// A few words as they are typed. Without `exactCase`, small letters find large ones.
    static Needle words(String text, boolean exactCase) {
        boolean ascii = text.chars().allMatch(c -> c < 0x80);
        return exactCase || ascii ? new Literal(text, exactCase) : Expression.quoted(text);
    }

    /// A regular expression as Java writes them.
    ///
    /// @throws java.util.regex.PatternSyntaxException with what is wrong and where
    static Needle expression(String pattern, boolean exactCase) {
        return new Expression(pattern, exactCase);
    }

    /// A finder for one thread. `wanted` may end a long look at one line early.
    Finder finder(BooleanSupplier wanted);

    /// Finds in whole lines, on one thread.
    interface Finder {
        /// Where the next hit begins in `text`, which holds whole lines up to `to`, or -1.
        int find(byte[] text, int from, int to);

        /// Where the hit that was found last ends.
        int end();
    }
}
