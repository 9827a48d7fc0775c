package dev.vigie.demo.image.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes words of tokens: variables, `$(…)`, `$((…))` and `{1..5}` filled in, and what came so split at spaces.
final class Expansion {
    private static final Pattern RANGE = Pattern.compile("\\{(\\d{1,4})\\.\\.(\\d{1,4})}");
    private static final Pattern BRACED = Pattern.compile("\\$\\{(\\w+)(:?[-+=?])?(.*)}", Pattern.DOTALL);

    private final Player player;

    Expansion(Player player) {
        this.player = player;
    }

    List<String> all(List<Token> tokens) {
        List<String> words = new ArrayList<>();
        for (Token token : tokens) one(token, words);
        return words;
    }

    private void one(Token token, List<String> words) {
        Matcher range = RANGE.matcher(token.text());
        if (range.matches()) {
            for (int i = Integer.parseInt(range.group(1)); i <= Integer.parseInt(range.group(2)); i++)
                words.add(Integer.toString(i));
            return;
        }
        StringBuilder word = new StringBuilder();
        boolean any = false;
        for (Token.Part part : token.parts()) {
            String text = part.expands() ? value(part.text()) : part.text();
            boolean splits = part.expands() && !part.quoted() && !assigned(word);
            if (splits) word.append(split(text, word, words));
            else word.append(text);
            any |= part.quoted();
        }
        if (any || !word.isEmpty()) words.add(word.toString());
    }

    /// Behind `name=` nothing is split.
    private static boolean assigned(StringBuilder word) {
        return word.indexOf("=") > 0;
    }

    /// All pieces but the last become words; the last may go on.
    private static String split(String text, StringBuilder before, List<String> words) {
        String[] pieces = text.strip().split("\\s+");
        for (int i = 0; i < pieces.length - 1; i++) {
            words.add(before + pieces[i]);
            before.setLength(0);
        }
        return pieces[pieces.length - 1];
    }

    private String value(String written) {
        if (written.startsWith("$((")) {
            String inside = written.substring(3, Math.max(3, written.length() - 2));
            return Long.toString(new Arithmetic(inside, player.variables()).value());
        }
        if (written.startsWith("$(")) return player.capture(written.substring(2, written.length() - 1));
        if (written.startsWith("${")) return braced(written);
        return variable(written.substring(1));
    }

    private String variable(String name) {
        return switch (name) {
            case "?" -> Integer.toString(player.code());
            case "$" -> "1";
            case "#" -> "0";
            case "0" -> "sh";
            case "RANDOM" -> Long.toString(Math.floorMod(player.stage().now() * 7919 + 13, 32768));
            default -> player.variables().getOrDefault(name, "");
        };
    }

    private String braced(String written) {
        Matcher found = BRACED.matcher(written);
        if (!found.matches()) return "";
        String value = variable(found.group(1));
        String how = found.group(2) == null ? "" : found.group(2);
        if (how.endsWith("-") || how.endsWith("=")) return value.isEmpty() ? found.group(3) : value;
        if (how.endsWith("+")) return value.isEmpty() ? "" : found.group(3);
        return value;
    }
}
