package dev.vigie.demo.image.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Makes acts of tokens. What it does not understand it takes for the end, as if the script stopped there.
final class Reading {
    private static final Set<String> ENDS = Set.of("do", "done", "then", "else", "elif", "fi", "}");

    private final List<Token> tokens;
    private int at;

    private Reading(List<Token> tokens) {
        this.tokens = tokens;
    }

    static Act of(String script) {
        return new Reading(Tokens.of(script)).sequence();
    }

    private boolean more() {
        return at < tokens.size();
    }

    private boolean next(String operator) {
        return more() && tokens.get(at).is(operator);
    }

    private boolean word(String plain) {
        return more() && tokens.get(at).says(plain);
    }

    private Act.Sequence sequence() {
        List<Act> acts = new ArrayList<>();
        while (more()) {
            while (next(";") || next("&")) at++;
            if (!more() || next(")") || next(";;") || ended()) break;
            int before = at;
            acts.add(chain());
            if (at == before) at++;
        }
        return new Act.Sequence(List.copyOf(acts));
    }

    private boolean ended() {
        Token token = tokens.get(at);
        return token.word() && ENDS.contains(token.text());
    }

    private Act chain() {
        Act left = pipe();
        while (next("&&") || next("||")) {
            boolean ifWell = next("&&");
            at++;
            while (next(";")) at++;
            left = new Act.Chain(left, ifWell, pipe());
        }
        return left;
    }

    /// Of a pipe the first command is played: what comes after it is taken to let everything through.
    private Act pipe() {
        Act first = one();
        while (next("|")) {
            at++;
            one();
        }
        return first;
    }

    private Act one() {
        if (word("!")) {
            at++;
            return new Act.Not(one());
        }
        if (word("while") || word("until")) return loop();
        if (word("for")) return each();
        if (word("if")) return choice();
        if (word("{") || next("(")) return group();
        return command();
    }

    private Act loop() {
        boolean until = word("until");
        at++;
        Act condition = sequence();
        skip("do");
        Act body = sequence();
        skip("done");
        redirections(Act.Output.OUT);
        return new Act.Loop(condition, body, until);
    }

    private Act each() {
        at++;
        String variable = more() ? tokens.get(at++).text() : "";
        List<Token> words = new ArrayList<>();
        skip("in");
        while (more() && tokens.get(at).word() && !word("do")) words.add(tokens.get(at++));
        while (next(";")) at++;
        skip("do");
        Act body = sequence();
        skip("done");
        return new Act.For(variable, List.copyOf(words), body);
    }

    private Act choice() {
        at++;
        Act condition = sequence();
        skip("then");
        Act then = sequence();
        Act otherwise = new Act.Sequence(List.of());
        if (word("elif")) {
            otherwise = choice();
            return new Act.If(condition, then, otherwise);
        }
        if (word("else")) {
            at++;
            otherwise = sequence();
        }
        skip("fi");
        return new Act.If(condition, then, otherwise);
    }

    private Act group() {
        at++;
        Act inside = sequence();
        if (more()) at++;
        redirections(Act.Output.OUT);
        return inside;
    }

    private void skip(String plain) {
        if (word(plain)) at++;
    }

    private Act command() {
        List<Token> words = new ArrayList<>();
        Act.Output output = Act.Output.OUT;
        while (more()) {
            if (tokens.get(at).word()) {
                words.add(tokens.get(at++));
                continue;
            }
            int before = at;
            output = redirections(output);
            if (at == before) break;
        }
        return new Act.Command(List.copyOf(words), output);
    }

    /// Reads redirections that follow, and says where the output goes after them.
    private Act.Output redirections(Act.Output before) {
        Act.Output output = before;
        while (more() && !tokens.get(at).word()) {
            switch (tokens.get(at).text()) {
                case ">&2", "1>&2" -> output = Act.Output.ERR;
                case "2>&1" -> {}
                case ">", ">>" -> {
                    at++;
                    boolean terminal = more() && tokens.get(at).text().matches("/dev/std(out|err)|/proc/1/fd/[12]");
                    output = terminal ? Act.Output.OUT : Act.Output.NOWHERE;
                }
                case "2>", "2>>", "<" -> at++;
                default -> {
                    return output;
                }
            }
            at++;
        }
        return output;
    }
}
