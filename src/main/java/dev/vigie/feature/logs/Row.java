package dev.vigie.feature.logs;

import dev.vigie.text.Level;
import dev.vigie.text.Lines;
import dev.vigie.text.Painted;
import dev.vigie.ui.Shown;
import java.util.LinkedHashMap;
import java.util.Map;

/// A line made ready for painting.
record Row(Lines.Line line, Painted painted, Level level) {
    /// Of a longer line only this much is painted.
    static final int MOST = 16 << 10;

    private static Row of(Lines.Line line) {
        if (line.note()) return new Row(line, new Painted(line.text(), java.util.List.of()), Level.NONE);
        Painted painted = Painted.of(line.text(), Shown::text);
        return new Row(line, painted, Level.of(painted.text()));
    }

    /// The rows that were painted last, so that a pulse makes only those anew that come into sight.
    static final class Recent {
        private static final int KEPT = 600;

        private final Map<Integer, Row> rows = new LinkedHashMap<>(KEPT, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Integer, Row> eldest) {
                return size() > KEPT;
            }
        };

        Row of(Lines lines, int number) {
            Row row = rows.get(number);
            if (row == null) {
                row = Row.of(lines.line(number, MOST));
                rows.put(number, row);
            }
            return row;
        }

        void forget() {
            rows.clear();
        }
    }
}
