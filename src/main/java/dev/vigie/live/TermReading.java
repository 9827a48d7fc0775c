package dev.vigie.live;

import dev.vigie.base.Age;
import java.util.List;
import java.util.regex.Pattern;

/// Makes a condition of a word: `label:app=a,b`, `status:!Completed`, `node=n1`, `age>1h`, `-word`, `one,other`.
final class TermReading {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9 ()%_-]*");

    private TermReading() {}

    static Term of(String typed) {
        boolean negated = negates(typed);
        String body = negated ? typed.substring(1) : typed;
        int sign = Token.outside(body, ":<>=");
        String name = sign < 0 ? "" : body.substring(0, sign);
        boolean not = sign >= 0 && body.charAt(sign) == '=' && name.endsWith("!");
        name = Token.plain(not ? name.substring(0, name.length() - 1) : name);
        if (!NAME.matcher(name).matches()) return words(typed, body, negated);
        String rest = body.substring(sign + 1);
        return switch (body.charAt(sign)) {
            case ':' -> qualified(typed, name, rest, negated);
            case '=' -> exact(typed, name, rest.startsWith("=") ? rest.substring(1) : rest, negated != not);
            default -> compared(typed, name, sign(body.charAt(sign), rest), rest);
        };
    }

    /// Says more than words do.
    static boolean special(String typed) {
        boolean negated = negates(typed);
        String body = negated ? typed.substring(1) : typed;
        int sign = Token.outside(body, ":<>=");
        boolean named = sign > 0
                && NAME.matcher(Token.plain(body.substring(0, sign).replaceAll("!$", "")))
                        .matches();
        return named ? !(of(typed) instanceof Term.Wrong wrong && wrong.unfinished()) : negated;
    }

    private static boolean negates(String typed) {
        return typed.length() > 1 && (typed.charAt(0) == '!' || typed.charAt(0) == '-');
    }

    private static Term words(String typed, String body, boolean negated) {
        List<String> words = Token.parts(body).stream().map(Token::lower).toList();
        boolean nothing = words.isEmpty() || typed.equals("!") || typed.equals("-");
        return nothing ? new Term.Wrong(typed, new Mistake.NoValue(typed)) : new Term.Words(typed, negated, words);
    }

    private static Term qualified(String typed, String name, String rest, boolean negated) {
        boolean not = rest.startsWith("!");
        String body = not ? rest.substring(1) : rest;
        boolean annotation = name.equalsIgnoreCase("annotation");
        if (annotation || name.equalsIgnoreCase("label")) return label(typed, body, negated != not, annotation);
        if (body.startsWith("=")) return exact(typed, name, body.substring(1), negated != not);
        List<String> values = Token.parts(body);
        return values.isEmpty()
                ? new Term.Wrong(typed, new Mistake.NoValue(typed))
                : new Term.InColumn(typed, name, negated != not, false, values);
    }

    private static Term exact(String typed, String name, String rest, boolean negated) {
        List<String> values = Token.parts(rest);
        return values.isEmpty()
                ? new Term.Wrong(typed, new Mistake.NoValue(typed))
                : new Term.InColumn(typed, name, negated, true, values);
    }

    private static Term label(String typed, String body, boolean negated, boolean annotation) {
        int equals = Token.outside(body, "=");
        String key = equals < 0 ? body : body.substring(0, equals);
        boolean not = equals > 0 && key.endsWith("!");
        key = Token.plain(not ? key.substring(0, key.length() - 1) : key);
        if (key.isEmpty()) return new Term.Wrong(typed, new Mistake.NoValue(typed));
        if (equals < 0) return new Term.Label(typed, key, negated, List.of(), annotation);
        String rest = body.substring(body.startsWith("==", equals) ? equals + 2 : equals + 1);
        return new Term.Label(typed, key, negated != not, Token.parts(rest), annotation);
    }

    private static Sign sign(char first, String rest) {
        boolean also = rest.startsWith("=");
        return first == '>' ? (also ? Sign.LEAST : Sign.MORE) : also ? Sign.MOST : Sign.LESS;
    }

    private static Term compared(String typed, String name, Sign sign, String rest) {
        String value = Token.plain(rest.startsWith("=") ? rest.substring(1) : rest);
        if (value.isEmpty()) return new Term.Wrong(typed, new Mistake.NoValue(typed));
        if (name.equalsIgnoreCase("age")) {
            var age = Age.parse(Token.lower(value));
            return age.isEmpty()
                    ? new Term.Wrong(typed, new Mistake.NoAge(value))
                    : new Term.Aged(typed, sign, age.getAsLong());
        }
        return Double.isNaN(CellValue.plain(value).number())
                ? new Term.Wrong(typed, new Mistake.NoNumber(value))
                : new Term.Compared(typed, name, sign, value);
    }
}
