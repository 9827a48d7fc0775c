package dev.vigie.demo.inside.shell;

import dev.vigie.demo.inside.shell.Script.Arithmetic;
import dev.vigie.demo.inside.shell.Script.Part;
import dev.vigie.demo.inside.shell.Script.Substitution;
import dev.vigie.demo.inside.shell.Script.Text;
import dev.vigie.demo.inside.shell.Script.Variable;
import dev.vigie.demo.inside.shell.Script.Word;
import java.util.ArrayList;
import java.util.List;

/// Reads the words of a shell's text: quotes, variables and substitutions.
class WordReader {
    private static final String ENDS = " \t\n;&|<>()";
    private static final List<String> OPERATORS =
            List.of(":-", ":=", ":+", ":?", "##", "%%", "-", "=", "+", "?", "#", "%");

    final String text;
    int at;

    WordReader(String text) {
        this.text = text;
    }

    /// More text is needed before this can be understood.
    static final class Incomplete extends RuntimeException {
        private static final long serialVersionUID = 1;

        Incomplete(String what) {
            super(what, null, false, false);
        }
    }

    /// This is no shell language.
    static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;

        Wrong(String what) {
            super(what, null, false, false);
        }
    }

    boolean done() {
        return at >= text.length();
    }

    char here() {
        return done() ? '\0' : text.charAt(at);
    }

    boolean sees(String what) {
        return text.startsWith(what, at);
    }

    /// A word up to a blank or an operator; its parts are empty when there is none.
    Word word() {
        return wordUntil(ENDS);
    }

    private Word wordUntil(String ends) {
        List<Part> parts = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        while (!done() && ends.indexOf(here()) < 0) {
            char c = here();
            switch (c) {
                case '\\' -> {
                    at++;
                    if (done()) throw new Incomplete("\\");
                    if (here() != '\n') quoted(parts, plain, String.valueOf(here()));
                    at++;
                }
                case '\'' -> quoted(parts, plain, single());
                case '"' -> {
                    at++;
                    flush(parts, plain, false);
                    parts.add(new Text("", true));
                    doubled(parts);
                }
                case '$', '`' -> {
                    flush(parts, plain, false);
                    expansion(parts, plain, false);
                }
                default -> {
                    plain.append(c);
                    at++;
                }
            }
        }
        flush(parts, plain, false);
        return new Word(parts);
    }

    /// The whole text as in double quotes: for here-documents.
    Word document() {
        List<Part> parts = new ArrayList<>();
        inside(parts, '\0');
        return new Word(parts);
    }

    private void doubled(List<Part> parts) {
        inside(parts, '"');
        if (done()) throw new Incomplete("\"");
        at++;
    }

    private void inside(List<Part> parts, char end) {
        StringBuilder plain = new StringBuilder();
        while (!done() && (end == '\0' || here() != end)) {
            char c = here();
            if (c == '\\' && at + 1 < text.length()) {
                char next = text.charAt(at + 1);
                if (next != '\n') plain.append("$`\"\\".indexOf(next) < 0 ? "\\" + next : String.valueOf(next));
                at += 2;
            } else if (c == '$' || c == '`') {
                flush(parts, plain, true);
                expansion(parts, plain, true);
            } else {
                plain.append(c);
                at++;
            }
        }
        flush(parts, plain, true);
    }

    private String single() {
        int end = text.indexOf('\'', at + 1);
        if (end < 0) throw new Incomplete("'");
        String inside = text.substring(at + 1, end);
        at = end + 1;
        return inside;
    }

    private void expansion(List<Part> parts, StringBuilder plain, boolean quoted) {
        if (here() == '`') {
            int end = text.indexOf('`', at + 1);
            if (end < 0) throw new Incomplete("`");
            parts.add(new Substitution(Parser.parse(text.substring(at + 1, end)), quoted));
            at = end + 1;
        } else if (sees("$((")) {
            int end = closing(at + 3, 2);
            parts.add(new Arithmetic(new WordReader(text.substring(at + 3, end)).document()));
            at = end + 2;
        } else if (sees("$(")) {
            int end = closing(at + 2, 1);
            parts.add(new Substitution(Parser.parse(text.substring(at + 2, end)), quoted));
            at = end + 1;
        } else if (sees("${")) {
            at += 2;
            parts.add(braced(quoted));
        } else {
            at++;
            named(parts, plain, quoted);
        }
    }

    private void named(List<Part> parts, StringBuilder plain, boolean quoted) {
        String name = name();
        if (name.isEmpty() && "?$#*@!-0123456789".indexOf(here()) >= 0 && !done())
            name = String.valueOf(text.charAt(at++));
        if (name.isEmpty()) plain.append('$');
        else parts.add(new Variable(name, "", new Word(List.of()), quoted));
    }

    private Variable braced(boolean quoted) {
        if (here() == '#' && at + 1 < text.length() && text.charAt(at + 1) != '}') {
            at++;
            String name = special();
            close();
            return new Variable(name, "length", new Word(List.of()), quoted);
        }
        String name = special();
        for (String operator : OPERATORS) {
            if (!sees(operator)) continue;
            at += operator.length();
            Word operand = wordUntil("}");
            close();
            return new Variable(name, operator, operand, quoted);
        }
        close();
        return new Variable(name, "", new Word(List.of()), quoted);
    }

    private void close() {
        if (done()) throw new Incomplete("{");
        if (here() != '}') throw new Wrong("bad substitution");
        at++;
    }

    private String special() {
        String name = name();
        if (!name.isEmpty() || done()) return name;
        if (!Character.isDigit(here())) return String.valueOf(text.charAt(at++));
        int start = at;
        while (Character.isDigit(here())) at++;
        return text.substring(start, at);
    }

    String name() {
        int start = at;
        if (Character.isLetter(here()) || here() == '_') {
            while (Character.isLetterOrDigit(here()) || here() == '_') at++;
        }
        return text.substring(start, at);
    }

    /// Where the parenthesis closes that was opened before `from`.
    private int closing(int from, int count) {
        int depth = count;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') i++;
            else if (c == '\'' || c == '"') i = endOfQuote(i);
            else if (c == '(') depth++;
            else if (c == ')' && --depth == 0) return i - count + 1;
        }
        throw new Incomplete("(");
    }

    private int endOfQuote(int from) {
        char quote = text.charAt(from);
        for (int i = from + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\' && quote == '"') i++;
            else if (text.charAt(i) == quote) return i;
        }
        throw new Incomplete(String.valueOf(quote));
    }

    private static void quoted(List<Part> parts, StringBuilder plain, String inside) {
        flush(parts, plain, false);
        parts.add(new Text(inside, true));
    }

    private static void flush(List<Part> parts, StringBuilder plain, boolean quoted) {
        if (plain.isEmpty()) return;
        parts.add(new Text(plain.toString(), quoted));
        plain.setLength(0);
    }
}
