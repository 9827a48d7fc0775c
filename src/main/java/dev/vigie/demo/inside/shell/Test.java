package dev.vigie.demo.inside.shell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// `test`: files, texts and numbers compared.
final class Test {
    private final Call call;
    private final List<String> words;

    private Test(Call call, List<String> words) {
        this.call = call;
        this.words = words;
    }

    /// 0 when it is so, 1 when not, 2 when it cannot be understood.
    static int check(Call call, List<String> words) throws IOException {
        try {
            return new Test(call, new ArrayList<>(words)).either() ? 0 : 1;
        } catch (WordReader.Wrong e) {
            call.io().complain("sh: " + e.getMessage() + "\n");
            return 2;
        }
    }

    private boolean either() {
        boolean value = both();
        while (!words.isEmpty() && words.getFirst().equals("-o")) {
            words.removeFirst();
            value |= both();
        }
        if (!words.isEmpty()) throw new WordReader.Wrong(words.getFirst() + ": unknown operand");
        return value;
    }

    private boolean both() {
        boolean value = one();
        while (!words.isEmpty() && words.getFirst().equals("-a")) {
            words.removeFirst();
            value &= one();
        }
        return value;
    }

    private boolean one() {
        if (words.isEmpty()) return false;
        String first = words.removeFirst();
        if (first.equals("!")) return !one();
        boolean binary = words.size() >= 2 && words.getFirst().matches("=|==|!=|<|>|-(eq|ne|lt|le|gt|ge)");
        if (binary) return compare(first, words.removeFirst(), words.removeFirst());
        if (first.matches("-[a-zA-Z]") && !words.isEmpty()) return about(first, words.removeFirst());
        return !first.isEmpty();
    }

    private boolean about(String question, String what) {
        Disk.Entry found = call.disk().find(call.path(what));
        return switch (question) {
            case "-n" -> !what.isEmpty();
            case "-z" -> what.isEmpty();
            case "-e", "-r", "-w" -> found != null;
            case "-f" -> found instanceof Disk.Plain || found instanceof Disk.Made;
            case "-d" -> found instanceof Disk.Folder;
            case "-L", "-h" -> call.disk().find(call.path(what), false) instanceof Disk.Link;
            case "-s" -> found != null && Disk.size(found) > 0;
            case "-x" ->
                found instanceof Disk.Folder || (found instanceof Disk.Plain plain && (plain.mode() & 0111) != 0);
            case "-c" -> found instanceof Disk.Device;
            case "-t" -> call.shell().terminal != null;
            default -> throw new WordReader.Wrong(question + ": unknown operand");
        };
    }

    private static boolean compare(String left, String operator, String right) {
        return switch (operator) {
            case "=", "==" -> left.equals(right);
            case "!=" -> !left.equals(right);
            case "<" -> left.compareTo(right) < 0;
            case ">" -> left.compareTo(right) > 0;
            default -> {
                int order = Long.compare(number(left), number(right));
                yield switch (operator) {
                    case "-eq" -> order == 0;
                    case "-ne" -> order != 0;
                    case "-lt" -> order < 0;
                    case "-le" -> order <= 0;
                    case "-gt" -> order > 0;
                    default -> order >= 0;
                };
            }
        };
    }

    private static long number(String text) {
        if (!text.strip().matches("-?\\d{1,18}")) throw new WordReader.Wrong("bad number '" + text + "'");
        return Long.parseLong(text.strip());
    }
}
