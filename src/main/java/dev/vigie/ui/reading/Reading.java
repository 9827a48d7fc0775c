package dev.vigie.ui.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A text that is read: what of it is folded, chosen and found. Knows no window.
final class Reading {
    private Written written = Written.EMPTY;
    private final Set<String> folded = new HashSet<>();
    private List<Integer> rows = List.of(0);
    private Spot anchor = Spot.START;
    private Spot caret = Spot.START;
    private final Found found = new Found();
    private Moved moved = new Moved(List.of(), List.of());

    Written written() {
        return written;
    }

    /// A later state of the text: folds, selection and hits stay with their lines.
    void show(Written now) {
        moved = new Moved(raw(written), raw(now));
        Spot from = place(anchor, now);
        Spot to = place(caret, now);
        written = now;
        anchor = from;
        caret = to;
        arrange();
        found.again(now, moved);
    }

    private static List<String> raw(Written of) {
        return of.lines().stream().map(Written.Line::raw).toList();
    }

    private Spot place(Spot spot, Written now) {
        int line = moved.line(spot.line());
        return new Spot(line, Math.min(spot.column(), now.length(line)));
    }

    /// Where a line of the state before is now.
    int moved(int line) {
        return moved.line(line);
    }

    private void arrange() {
        List<Integer> all = new ArrayList<>();
        List<Written.Line> lines = written.lines();
        for (int i = 0; i < lines.size(); i++) {
            all.add(i);
            if (isFolded(i)) i = lines.get(i).last();
        }
        rows = all;
    }

    int rows() {
        return rows.size();
    }

    int line(int row) {
        return rows.get(Math.clamp(row, 0, rows.size() - 1));
    }

    /// The row of a line, or of the block that hides it.
    int row(int line) {
        int at = java.util.Collections.binarySearch(rows, line);
        return at >= 0 ? at : Math.max(0, -at - 2);
    }

    boolean isBlock(int line) {
        return written.lines().get(line).last() > line;
    }

    boolean isFolded(int line) {
        return isBlock(line) && folded.contains(written.lines().get(line).block());
    }

    boolean isFolded(String block) {
        return folded.contains(block);
    }

    /// Folds, or opens, the block that begins on a line; whatever was chosen in it is chosen at its head.
    void turn(int line) {
        if (!isBlock(line)) return;
        String block = written.lines().get(line).block();
        if (!folded.remove(block)) folded.add(block);
        arrange();
        int head = line(row(caret.line()));
        if (head != caret.line()) choose(new Spot(head, 0), new Spot(head, 0));
    }

    void fold(String block) {
        folded.add(block);
        arrange();
    }

    /// The innermost block that a line is in, itself included; -1 for none.
    int block(int line) {
        for (int i = line; i >= 0; i--) if (isBlock(i) && written.lines().get(i).last() >= line) return i;
        return -1;
    }

    /// Opens whatever hides a line.
    void reveal(int line) {
        for (int i = 0; i < line; i++) {
            Written.Line each = written.lines().get(i);
            if (each.last() >= line) folded.remove(each.block());
        }
        arrange();
    }

    Spot anchor() {
        return anchor;
    }

    Spot caret() {
        return caret;
    }

    void choose(Spot from, Spot to) {
        anchor = inside(from);
        caret = inside(to);
    }

    private Spot inside(Spot spot) {
        int line = Math.clamp(spot.line(), 0, written.lines().size() - 1);
        return new Spot(line, Math.clamp(spot.column(), 0, written.length(line)));
    }

    void chooseAll() {
        int last = written.lines().size() - 1;
        choose(Spot.START, new Spot(last, written.length(last)));
    }

    boolean hasChosen() {
        return !anchor.equals(caret);
    }

    private Spot first() {
        return anchor.compareTo(caret) <= 0 ? anchor : caret;
    }

    private Spot last() {
        return anchor.compareTo(caret) <= 0 ? caret : anchor;
    }

    /// From and to which column a line is chosen; equal for none of it.
    int[] chosen(int line) {
        Spot from = first();
        Spot to = last();
        if (line < from.line() || line > to.line()) return new int[] {0, 0};
        int start = line == from.line() ? from.column() : 0;
        int end = line == to.line() ? to.column() : written.length(line);
        return new int[] {start, end};
    }

    /// What is chosen, with all that is folded or cut in it; what would act on a screen is left as its sign.
    String copied() {
        StringBuilder text = new StringBuilder();
        for (int line = first().line(); line <= last().line(); line++) {
            int[] part = chosen(line);
            if (line > first().line()) text.append('\n');
            text.append(copied(line, part[0], part[1]));
        }
        return text.toString();
    }

    private String copied(int line, int from, int to) {
        Written.Line each = written.lines().get(line);
        String shown = each.shown();
        boolean end = to == written.length(line);
        boolean acts = each.raw().chars().anyMatch(c -> (c < 0x20 && c != '\t') || (c >= 0x7f && c < 0xa0));
        if (from == 0 && end && !acts) return each.raw();
        return shown.substring(Math.min(from, shown.length()), end ? shown.length() : to);
    }

    Found found() {
        return found;
    }

    /// Looks for words from the caret on, and goes to the first hit.
    void find(String words) {
        found.look(written, words, caret);
        goTo();
    }

    /// The next hit, or the one before.
    void step(int by) {
        found.step(by);
        goTo();
    }

    private void goTo() {
        Found.Hit hit = found.current();
        if (hit == null) return;
        reveal(hit.line());
        int end = Math.min(hit.to(), written.length(hit.line()));
        choose(new Spot(hit.line(), Math.min(hit.from(), end)), new Spot(hit.line(), end));
    }
}
