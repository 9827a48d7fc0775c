package dev.vigie.demo.inside.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One line typed at a prompt, with arrows, history and completion.
final class LineEditor {
    private static final int LONGEST = 16_384;

    private final Terminal terminal;
    private final List<String> history = new ArrayList<>();
    private final Function<String, List<String>> completions;
    private StringBuilder line = new StringBuilder();
    private int cursor;
    private int recalled;
    private String prompt = "";

    LineEditor(Terminal terminal, Function<String, List<String>> completions) {
        this.terminal = terminal;
        this.completions = completions;
    }

    List<String> history() {
        return history;
    }

    /// A line without its end; null when the terminal is gone or Ctrl+D was typed on an empty line; `` after Ctrl+C.
    @Nullable
    String read(String shown) throws IOException {
        prompt = shown;
        line = new StringBuilder();
        cursor = 0;
        recalled = history.size();
        terminal.raw(true);
        try {
            terminal.print(prompt);
            return edit();
        } finally {
            terminal.raw(false);
        }
    }

    private @Nullable String edit() throws IOException {
        while (true) {
            int key = terminal.key();
            switch (key) {
                case -1 -> {
                    return null;
                }
                case '\r', '\n' -> {
                    terminal.print("\n");
                    String text = line.toString();
                    boolean again = !history.isEmpty() && history.getLast().equals(text);
                    if (!text.isBlank() && !again) history.add(text);
                    if (history.size() > 500) history.removeFirst();
                    return text;
                }
                case 3 -> {
                    terminal.print("^C\n");
                    return "";
                }
                case 4 -> {
                    if (line.isEmpty()) return null;
                    delete();
                }
                default -> key(key);
            }
        }
    }

    private void key(int key) throws IOException {
        switch (key) {
            case 1 -> move(0);
            case 5 -> move(line.length());
            case 2 -> move(cursor - 1);
            case 6 -> move(cursor + 1);
            case 8, 0x7f -> {
                if (cursor > 0) replace(cursor - 1, cursor, "");
            }
            case 9 -> complete();
            case 11 -> replace(cursor, line.length(), "");
            case 12 -> {
                terminal.print("\u001b[H\u001b[2J");
                redraw(0);
            }
            case 14 -> recall(1);
            case 16 -> recall(-1);
            case 21 -> replace(0, cursor, "");
            case 23 -> replace(wordStart(), cursor, "");
            case 27 -> escape();
            default -> {
                if (key >= 32 && line.length() < LONGEST) insert(key);
            }
        }
    }

    private void insert(int first) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(first);
        int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : first >= 0xc0 ? 1 : 0;
        for (int i = 0; i < more; i++) bytes.write(terminal.key());
        String text = bytes.toString(StandardCharsets.UTF_8);
        if (cursor == line.length()) {
            line.append(text);
            cursor = line.length();
            terminal.print(text);
        } else {
            replace(cursor, cursor, text);
        }
    }

    private void escape() throws IOException {
        int second = terminal.key();
        if (second != '[' && second != 'O') return;
        StringBuilder code = new StringBuilder();
        int key = terminal.key();
        for (; key >= 0 && key < 0x40; key = terminal.key()) code.append((char) key);
        switch (key) {
            case 'A' -> recall(-1);
            case 'B' -> recall(1);
            case 'C' -> move(cursor + 1);
            case 'D' -> move(cursor - 1);
            case 'H' -> move(0);
            case 'F' -> move(line.length());
            case '~' -> {
                switch (code.toString()) {
                    case "1", "7" -> move(0);
                    case "4", "8" -> move(line.length());
                    case "3" -> delete();
                    default -> {}
                }
            }
            default -> {}
        }
    }

    private void delete() throws IOException {
        if (cursor < line.length()) replace(cursor, cursor + 1, "");
    }

    private void recall(int by) throws IOException {
        int to = Math.clamp((long) recalled + by, 0, history.size());
        if (to == recalled) return;
        recalled = to;
        replace(0, line.length(), to == history.size() ? "" : history.get(to));
    }

    private int wordStart() {
        int at = cursor;
        while (at > 0 && line.charAt(at - 1) == ' ') at--;
        while (at > 0 && line.charAt(at - 1) != ' ') at--;
        return at;
    }

    private void complete() throws IOException {
        int start = wordStart();
        String word = line.substring(start, cursor);
        List<String> found = completions.apply(line.substring(0, cursor));
        if (found.isEmpty()) return;
        String common = found.getFirst();
        for (String each : found) {
            while (!each.startsWith(common)) common = common.substring(0, common.length() - 1);
        }
        if (common.length() > word.length() || found.size() == 1) {
            String whole = found.size() == 1 && !common.endsWith("/") ? common + " " : common;
            replace(start, cursor, whole);
            return;
        }
        terminal.print("\n" + String.join("  ", found) + "\n");
        redraw(0);
    }

    private void move(int to) throws IOException {
        int before = cursor;
        cursor = Math.clamp(to, 0, line.length());
        if (before != cursor) redraw(before);
    }

    private void replace(int from, int to, String text) throws IOException {
        int before = cursor;
        line.replace(from, to, text);
        cursor = from + text.length();
        redraw(before);
    }

    /// Draws prompt and line anew, starting from where the cursor stood at `before`.
    private void redraw(int before) throws IOException {
        int columns = terminal.columns();
        StringBuilder all = new StringBuilder();
        int above = (prompt.length() + before) / columns;
        if (above > 0) all.append("\u001b[").append(above).append('A');
        all.append('\r').append("\u001b[J").append(prompt).append(line);
        int end = prompt.length() + line.length();
        if (end % columns == 0) all.append("\r\n");
        int up = end / columns - (prompt.length() + cursor) / columns;
        if (up > 0) all.append("\u001b[").append(up).append('A');
        all.append('\r');
        int right = (prompt.length() + cursor) % columns;
        if (right > 0) all.append("\u001b[").append(right).append('C');
        terminal.print(all.toString());
    }
}
