package dev.vigie.feature.logs;

import dev.vigie.text.Lines;
import dev.vigie.text.Painted;
import dev.vigie.ui.Shown;

/// The text between two spots, as one reads it: without colours, hidden lines left out.
final class Chosen {
    /// More is never copied in one go.
    private static final int MOST = 50 << 20;

    private Chosen() {}

    static String text(LogModel model, Spot one, Spot other) {
        Spot first = one.compareTo(other) <= 0 ? one : other;
        Spot last = one.compareTo(other) <= 0 ? other : one;
        StringBuilder all = new StringBuilder();
        for (int place = model.place(first.line()); place < model.count(); place++) {
            int line = model.line(place);
            if (line < 0 || line > last.line() || all.length() > MOST) break;
            String text = shown(model.lines(), line);
            int from = line == first.line() ? Math.min(first.letter(), text.length()) : 0;
            int until = line == last.line() ? Math.min(last.letter(), text.length()) : text.length();
            if (!all.isEmpty()) all.append('\n');
            all.append(text, Math.min(from, until), until);
        }
        return all.toString();
    }

    private static String shown(Lines lines, int line) {
        return Painted.of(lines.line(line, Row.MOST).text(), Shown::text).text();
    }
}
