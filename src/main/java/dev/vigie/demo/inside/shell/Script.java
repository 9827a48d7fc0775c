package dev.vigie.demo.inside.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a shell was told to do, as a tree.
sealed interface Script {
    record Sequence(List<Script> parts) implements Script {}

    /// `&&` when `and`, else `||`.
    record Both(Script left, boolean and, Script right) implements Script {}

    record Piped(List<Script> stages, boolean negated) implements Script {}

    record Background(Script body) implements Script {}

    record Simple(List<Word> words, List<Redirect> redirects) implements Script {}

    record If(Script condition, Script then, @Nullable Script otherwise) implements Script {}

    record Loop(Script condition, boolean until, Script body) implements Script {}

    /// Over the shell's own arguments when `words` is null.
    record For(String name, @Nullable List<Word> words, Script body) implements Script {}

    record Case(Word subject, List<Branch> branches) implements Script {}

    record Group(Script body, boolean subshell) implements Script {}

    record Function(String name, Script body) implements Script {}

    /// A compound command with redirections behind it.
    record Redirected(Script body, List<Redirect> redirects) implements Script {}

    record Branch(List<Word> patterns, Script body) {}

    /// `operator` is one of `<`, `>`, `>>`, `>&`, `<&`, `<<` (then the target is the text itself).
    record Redirect(int descriptor, String operator, Word target) {}

    record Word(List<Part> parts) {
        /// The word when it is nothing but unquoted text, else empty.
        String plain() {
            return parts.size() == 1 && parts.getFirst() instanceof Text(String text, boolean quoted) && !quoted
                    ? text
                    : "";
        }
    }

    /// A piece of a word.
    sealed interface Part {}

    record Text(String text, boolean quoted) implements Part {}

    /// `${name}`, or with an operator (`:-`, `-`, `:=`, `:+`, `+`, `:?`, `#`, `##`, `%`, `%%`, `length`) and its
    /// operand.
    record Variable(String name, String operator, Word operand, boolean quoted) implements Part {}

    record Substitution(Script body, boolean quoted) implements Part {}

    record Arithmetic(Word expression) implements Part {}
}
