package dev.vigie.ui.reading;

import dev.vigie.ui.Shown;
import java.util.ArrayList;
import java.util.List;

/// A text as lines, with the blocks that can be folded, and the ink of a line, which is asked for when it is seen.
public record Written(List<Line> lines, Inked inked) {
    public static final Written EMPTY = plain("");
    /// More of a line is never laid out; it is there to be copied and found.
    static final int MOST = 2_000;

    public Written {
        lines = List.copyOf(lines);
    }

    /// `last` is the last line of the block that begins here, this line itself where none does. `block` is what tells
    /// that block from all others, also when the text has changed.
    public record Line(String raw, int last, String block) {
        /// As it can be looked at, whole.
        String shown() {
            return Shown.text(raw);
        }
    }

    /// What a part of a line is written in.
    public enum Ink {
        PLAIN,
        KEY,
        STRING,
        NUMBER,
        KEYWORD
    }

    public record Piece(String text, Ink ink) {}

    public interface Inked {
        /// The whole line in pieces, in their order.
        List<Piece> pieces(int index, String raw);
    }

    /// Words without blocks and colours.
    public static Written plain(String text) {
        List<Line> lines = new ArrayList<>();
        for (String line : split(text)) lines.add(new Line(line, lines.size(), ""));
        return new Written(lines, (_, raw) -> List.of(new Piece(raw, Ink.PLAIN)));
    }

    /// The lines of a text; an end of line at its end begins none.
    public static List<String> split(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
            lines.add(text.substring(from, at));
            from = at + 1;
        }
        if (from < text.length() || lines.isEmpty()) lines.add(text.substring(from));
        return lines;
    }

    /// How many places of a line the caret can stand before.
    int length(int index) {
        return Math.min(MOST, lines.get(index).shown().length());
    }

    /// How much of a line is not laid out.
    int hidden(int index) {
        return Math.max(0, lines.get(index).shown().length() - MOST);
    }

    /// A line in pieces as they are laid out.
    List<Piece> pieces(int index) {
        List<Piece> cut = new ArrayList<>();
        int room = MOST;
        for (Piece piece : inked.pieces(index, lines.get(index).raw())) {
            String text = Shown.text(piece.text());
            if (text.isEmpty() || room == 0) continue;
            if (text.length() > room) text = text.substring(0, room);
            cut.add(new Piece(text, piece.ink()));
            room -= text.length();
        }
        return cut;
    }
}
