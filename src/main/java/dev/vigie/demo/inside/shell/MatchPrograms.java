package dev.vigie.demo.inside.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Programs that look for patterns: `grep` and the usual part of `sed`.
final class MatchPrograms {
    static final Map<String, Program> ALL = Map.of(
            "grep", MatchPrograms::grep,
            "egrep", MatchPrograms::grep,
            "fgrep", MatchPrograms::grep,
            "sed", MatchPrograms::sed);

    private MatchPrograms() {}

    private static int grep(Call call) throws IOException {
        Call.Flags flags = call.flags("eABCm");
        List<String> words = new ArrayList<>(flags.rest());
        if (!flags.has('e') && words.isEmpty()) {
            call.io().complain("Usage: grep [-HhnlLoqvsrRiwFE] [-m N] { PATTERN | -e PATTERN } [FILE]...\n");
            return 2;
        }
        String text = flags.has('e') ? flags.value('e', "") : words.removeFirst();
        Pattern pattern;
        try {
            pattern = pattern(call, flags, text);
        } catch (PatternSyntaxException e) {
            call.io().complain("grep: bad regex '" + text + "'\n");
            return 2;
        }
        boolean deep = flags.has('r') || flags.has('R');
        List<String> files = deep ? within(call, words.isEmpty() ? List.of(".") : words) : words;
        boolean named = (files.size() > 1 || deep || flags.has('H')) && !flags.has('h');
        int[] found = {0};
        int status =
                call.each(files, (name, in) -> found[0] += grep(call, flags, pattern, named ? name + ":" : "", in));
        return found[0] > 0 ? 0 : status == 0 ? 1 : 2;
    }

    private static Pattern pattern(Call call, Call.Flags flags, String text) {
        boolean fixed = flags.has('F') || call.name().equals("fgrep");
        boolean extended = flags.has('E') || call.name().equals("egrep");
        String regex = fixed ? Pattern.quote(text) : extended ? text : basic(text);
        if (flags.has('w')) regex = "\\b(?:" + regex + ")\\b";
        if (flags.has('x')) regex = "^(?:" + regex + ")$";
        return Pattern.compile(regex, flags.has('i') ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0);
    }

    /// A basic pattern as an extended one: what a backslash makes special there is special here without.
    static String basic(String text) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                regex.append("(){}|+?".indexOf(next) >= 0 ? String.valueOf(next) : "\\" + next);
            } else {
                regex.append("(){}|+?".indexOf(c) >= 0 ? "\\" + c : String.valueOf(c));
            }
        }
        return regex.toString();
    }

    private static int grep(Call call, Call.Flags flags, Pattern pattern, String prefix, InputStream in)
            throws IOException {
        LineReader lines = call.lines(in);
        int found = 0;
        int most = flags.has('m') ? TextPrograms.whole(flags.value('m', "0")) : Integer.MAX_VALUE;
        int number = 0;
        for (String line = lines.next(); line != null && found < most; line = lines.next()) {
            number++;
            Matcher matcher = pattern.matcher(line);
            if (matcher.find() == flags.has('v')) continue;
            found++;
            if (flags.has('q') || flags.has('l')) break;
            if (flags.has('c')) continue;
            String where = prefix + (flags.has('n') ? number + ":" : "");
            if (!flags.has('o')) call.print(where + line + "\n");
            else for (boolean more = true; more; more = matcher.find()) call.print(where + matcher.group() + "\n");
            if (lines.waits()) call.io().out().flush();
        }
        if (flags.has('c')) call.print(prefix + found + "\n");
        if (flags.has('l') && found > 0)
            call.print((prefix.isEmpty() ? "(standard input)" : prefix.replaceAll(":$", "")) + "\n");
        return found;
    }

    private static List<String> within(Call call, List<String> starts) {
        List<String> all = new ArrayList<>();
        for (String start : starts)
            FilePrograms.walk(call.disk(), call.path(start), start, (name, entry) -> {
                if (entry instanceof Disk.Plain) all.add(name);
            });
        return all;
    }

    private static int sed(Call call) throws IOException {
        Call.Flags flags = call.flags("e");
        List<String> words = new ArrayList<>(flags.rest());
        if (!flags.has('e') && words.isEmpty()) return call.fault("no script");
        String script = flags.has('e') ? flags.value('e', "") : words.removeFirst();
        List<Edit> edits = new ArrayList<>();
        for (String each : script.split("[;\n]")) {
            Edit edit = Edit.read(each.strip(), flags.has('E') || flags.has('r'));
            if (edit == null) return call.fault("unsupported command " + each.strip());
            edits.add(edit);
        }
        if (!flags.has('i')) {
            return call.each(
                    words, (name, in) -> edit(call.lines(in), edits, flags.has('n'), line -> call.print(line)));
        }
        for (String file : words) {
            StringBuilder all = new StringBuilder();
            edit(call.lines(call.open(file)), edits, flags.has('n'), all::append);
            call.disk().write(call.path(file), all.toString().getBytes(StandardCharsets.UTF_8), false);
        }
        return 0;
    }

    private static void edit(LineReader lines, List<Edit> edits, boolean silent, TextPrograms.OfLine out)
            throws IOException {
        int number = 0;
        String next = lines.next();
        while (next != null) {
            String line = next;
            next = lines.next();
            number++;
            boolean kept = true;
            boolean last = false;
            for (Edit edit : edits) {
                if (!kept || !edit.meant(line, number, next == null)) continue;
                switch (edit.verb) {
                    case 's' -> line = edit.replaced(line);
                    case 'p' -> out.read(line + "\n");
                    case 'q' -> last = true;
                    default -> kept = false;
                }
            }
            if (kept && !silent) out.read(line + "\n");
            if (last) return;
        }
    }

    /// One command of sed: on which lines, and what.
    private record Edit(String from, String to, char verb, Pattern what, String by, boolean all) {
        private static final Pattern NOTHING = Pattern.compile("");
        private static final Pattern FORM =
                Pattern.compile("(\\d+|\\$|/(?:[^/\\\\]|\\\\.)*/)?(?:,(\\d+|\\$))?\\s*([sdpq])(.*)", Pattern.DOTALL);

        static @org.jspecify.annotations.Nullable Edit read(String text, boolean extended) {
            Matcher form = FORM.matcher(text);
            if (!form.matches()) return null;
            String from = form.group(1) == null ? "" : form.group(1);
            String to = form.group(2) == null ? "" : form.group(2);
            char verb = form.group(3).charAt(0);
            if (verb != 's') return new Edit(from, to, verb, NOTHING, "", false);
            String rest = form.group(4);
            if (rest.isEmpty()) return null;
            String mark = Pattern.quote(rest.substring(0, 1));
            String[] parts = rest.substring(1).split("(?<!\\\\)" + mark, -1);
            if (parts.length != 3) return null;
            int options = parts[2].contains("i") || parts[2].contains("I") ? Pattern.CASE_INSENSITIVE : 0;
            try {
                Pattern what = Pattern.compile(extended ? parts[0] : basic(parts[0]), options);
                String by = parts[1].replace("$", "\\$")
                        .replaceAll("\\\\(\\d)", "\\$$1")
                        .replaceAll("(?<!\\\\)&", "\\$0");
                return new Edit(from, to, verb, what, by, parts[2].contains("g"));
            } catch (PatternSyntaxException e) {
                return null;
            }
        }

        boolean meant(String line, int number, boolean last) {
            if (from.isEmpty()) return true;
            if (from.startsWith("/")) return line.matches(".*(?:" + from.substring(1, from.length() - 1) + ").*");
            if (from.equals("$")) return last;
            int first = TextPrograms.whole(from);
            if (to.isEmpty()) return number == first;
            return number >= first && (to.equals("$") || number <= TextPrograms.whole(to));
        }

        String replaced(String line) {
            try {
                return all
                        ? what.matcher(line).replaceAll(by)
                        : what.matcher(line).replaceFirst(by);
            } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
                return line;
            }
        }
    }
}
