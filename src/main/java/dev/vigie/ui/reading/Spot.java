package dev.vigie.ui.reading;

/// A place between two characters of a text: the line, and how many characters of it come before.
record Spot(int line, int column) implements Comparable<Spot> {
    static final Spot START = new Spot(0, 0);

    @Override
    public int compareTo(Spot other) {
        return line == other.line ? Integer.compare(column, other.column) : Integer.compare(line, other.line);
    }
}
