package dev.vigie.demo.inside.shell;

import dev.vigie.demo.inside.shell.Script.Redirect;
import dev.vigie.demo.inside.shell.Script.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a shell's text: lists, pipes, loops, branches, functions.
final class Parser extends WordReader {
    private static final Set<String> CLOSERS = Set.of("then", "else", "elif", "fi", "do", "done", "esac", "}");
    private static final Set<String> OPENERS = Set.of("if", "while", "until", "for", "case", "{");

    private final List<Pending> documents = new ArrayList<>();

    /// A here-document whose text comes after the line; `into` is where its redirect stands.
    private record Pending(String end, boolean literal, boolean tabs, List<Redirect> into, int index) {}

    private Parser(String text) {
        super(text);
    }

    /// Throws `Incomplete` when more lines are needed, `Wrong` when it can never be understood.
    static Script parse(String text) {
        Parser parser = new Parser(text);
        Script script = parser.list();
        if (!parser.documents.isEmpty()) throw new Incomplete("<<");
        if (!parser.done()) throw new Wrong("syntax error: unexpected \"" + parser.rest() + "\"");
        return script;
    }

    private String rest() {
        String word = word().plain();
        return word.isEmpty() ? String.valueOf(here()) : word;
    }

    private Script list() {
        List<Script> parts = new ArrayList<>();
        while (true) {
            blanks(true);
            if (done() || here() == ')' || sees(";;") || CLOSERS.contains(peek())) break;
            Script part = both();
            blanks(false);
            if (here() == '&' && !sees("&&")) {
                at++;
                part = new Script.Background(part);
            } else if (here() == ';' && !sees(";;")) {
                at++;
            } else if (here() == '\n') {
                newline();
            } else if (!done() && here() != ')' && !sees(";;") && !CLOSERS.contains(peek())) {
                throw new Wrong("syntax error: unexpected \"" + rest() + "\"");
            }
            parts.add(part);
        }
        return parts.size() == 1 ? parts.getFirst() : new Script.Sequence(parts);
    }

    private Script both() {
        Script left = piped();
        while (true) {
            blanks(false);
            boolean and = sees("&&");
            if (!and && !sees("||")) return left;
            at += 2;
            blanks(true);
            if (done()) throw new Incomplete("&&");
            left = new Script.Both(left, and, piped());
        }
    }

    private Script piped() {
        List<Script> stages = new ArrayList<>();
        boolean negated = peek().equals("!");
        if (negated) word();
        stages.add(command());
        for (blanks(false); here() == '|' && !sees("||"); blanks(false)) {
            at++;
            blanks(true);
            if (done()) throw new Incomplete("|");
            stages.add(command());
        }
        return stages.size() == 1 && !negated ? stages.getFirst() : new Script.Piped(stages, negated);
    }

    private Script command() {
        blanks(false);
        String first = peek();
        if (here() != '(' && !OPENERS.contains(first)) return simple();
        Script body = here() == '(' ? subshell() : compound(first);
        List<Redirect> redirects = new ArrayList<>();
        for (blanks(false); redirect(redirects); ) blanks(false);
        return redirects.isEmpty() ? body : new Script.Redirected(body, redirects);
    }

    private Script compound(String first) {
        word();
        return switch (first) {
            case "if" -> branch();
            case "while", "until" -> {
                Script condition = until("do");
                yield new Script.Loop(condition, first.equals("until"), until("done"));
            }
            case "for" -> loop();
            case "case" -> choice();
            default -> new Script.Group(until("}"), false);
        };
    }

    private Script subshell() {
        at++;
        Script body = list();
        if (done()) throw new Incomplete("(");
        if (here() != ')') throw new Wrong("syntax error: unexpected \"" + rest() + "\" (expecting \")\")");
        at++;
        return new Script.Group(body, true);
    }

    private Script branch() {
        Script condition = until("then");
        Script then = list();
        String closer = closer();
        @Nullable
        Script otherwise = switch (closer) {
            case "elif" -> branch();
            case "else" -> until("fi");
            case "fi" -> null;
            default -> throw new Wrong("syntax error: unexpected \"" + closer + "\"");
        };
        return new Script.If(condition, then, otherwise);
    }

    private Script loop() {
        blanks(false);
        String name = name();
        if (name.isEmpty()) throw new Wrong("syntax error: bad for loop variable");
        blanks(true);
        List<Word> words = null;
        if (peek().equals("in")) {
            word();
            words = new ArrayList<>();
            for (blanks(false); !done() && ";\n".indexOf(here()) < 0; blanks(false)) words.add(needed());
        }
        blanks(true);
        if (here() == ';') at++;
        expect("do");
        return new Script.For(name, words, until("done"));
    }

    private Script choice() {
        blanks(false);
        Word subject = needed();
        blanks(true);
        expect("in");
        List<Script.Branch> branches = new ArrayList<>();
        for (blanks(true); !peek().equals("esac"); blanks(true)) {
            if (done()) throw new Incomplete("case");
            if (here() == '(') at++;
            List<Word> patterns = new ArrayList<>();
            do {
                if (here() == '|') at++;
                blanks(false);
                patterns.add(needed());
                blanks(false);
            } while (here() == '|');
            if (done()) throw new Incomplete("case");
            if (here() != ')') throw new Wrong("syntax error: unexpected \"" + rest() + "\" (expecting \")\")");
            at++;
            branches.add(new Script.Branch(patterns, list()));
            if (sees(";;")) at += 2;
        }
        word();
        return new Script.Case(subject, branches);
    }

    private Script simple() {
        List<Word> words = new ArrayList<>();
        List<Redirect> redirects = new ArrayList<>();
        while (true) {
            blanks(false);
            if (redirect(redirects)) continue;
            if (done() || ";&|\n)".indexOf(here()) >= 0) break;
            if (here() == '(') {
                String name = words.size() == 1 ? words.getFirst().plain() : "";
                if (name.isEmpty() || !sees("()")) throw new Wrong("syntax error: unexpected \"(\"");
                at += 2;
                blanks(true);
                if (done()) throw new Incomplete("()");
                return new Script.Function(name, command());
            }
            words.add(word());
        }
        if (words.isEmpty() && redirects.isEmpty()) {
            if (done()) throw new Incomplete("");
            throw new Wrong("syntax error: unexpected \"" + here() + "\"");
        }
        return new Script.Simple(words, redirects);
    }

    private boolean redirect(List<Redirect> into) {
        int start = at;
        while (Character.isDigit(here())) at++;
        if (done() || "<>".indexOf(here()) < 0) {
            at = start;
            return false;
        }
        String number = text.substring(start, at);
        String operator = operator();
        int descriptor =
                number.isEmpty() ? (operator.startsWith("<") ? 0 : 1) : Integer.parseInt(number.substring(0, 1));
        blanks(false);
        int before = at;
        Word target = needed();
        if (operator.startsWith("<<")) {
            String raw = text.substring(before, at);
            documents.add(new Pending(
                    raw.replaceAll("[\"'\\\\]", ""),
                    raw.matches(".*[\"'\\\\].*"),
                    operator.length() == 3,
                    into,
                    into.size()));
            operator = "<<";
        }
        into.add(new Redirect(descriptor, operator, target));
        return true;
    }

    private String operator() {
        for (String each : List.of("<<-", "<<", ">>", ">&", "<&", ">|", "<", ">")) {
            if (!sees(each)) continue;
            at += each.length();
            return each.equals(">|") ? ">" : each;
        }
        throw new Wrong("syntax error");
    }

    /// The end of a line; the here-documents of that line follow.
    private void newline() {
        at++;
        for (Pending document : List.copyOf(documents)) {
            StringBuilder body = new StringBuilder();
            while (true) {
                if (done()) throw new Incomplete("<<");
                int end = text.indexOf('\n', at);
                String line = text.substring(at, end < 0 ? text.length() : end);
                at = end < 0 ? text.length() : end + 1;
                if (document.tabs) line = line.replaceAll("^\t+", "");
                if (line.equals(document.end)) break;
                body.append(line).append('\n');
            }
            Word text = document.literal
                    ? new Word(List.of(new Script.Text(body.toString(), true)))
                    : new WordReader(body.toString()).document();
            Redirect old = document.into.get(document.index);
            document.into.set(document.index, new Redirect(old.descriptor(), old.operator(), text));
        }
        documents.clear();
    }

    private Script until(String closer) {
        Script body = list();
        expect(closer);
        return body;
    }

    private void expect(String closer) {
        String found = closer();
        if (!found.equals(closer))
            throw new Wrong("syntax error: unexpected \"" + found + "\" (expecting \"" + closer + "\")");
    }

    private String closer() {
        blanks(true);
        if (done()) throw new Incomplete("");
        return rest();
    }

    private Word needed() {
        Word word = word();
        if (!word.parts().isEmpty()) return word;
        if (done()) throw new Incomplete("");
        throw new Wrong("syntax error: unexpected " + (here() == '\n' ? "newline" : "\"" + here() + "\""));
    }

    /// The next word when it is plain text, without taking it.
    private String peek() {
        int end = at;
        while (end < text.length() && " \t\n;&|<>()\"'$`\\".indexOf(text.charAt(end)) < 0) end++;
        return text.substring(at, end);
    }

    private void blanks(boolean lines) {
        while (!done()) {
            if (sees("\\\n")) at += 2;
            else if (here() == ' ' || here() == '\t' || here() == '\r') at++;
            else if (here() == '#') comment();
            else if (lines && here() == '\n') newline();
            else return;
        }
    }

    private void comment() {
        while (!done() && here() != '\n') at++;
    }
}
