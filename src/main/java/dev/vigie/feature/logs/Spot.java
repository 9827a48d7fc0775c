package dev.vigie.feature.logs;

/// A place between two letters of a line.
record Spot(int line, int letter) implements Comparable<Spot> {
    @Override
    public int compareTo(Spot other) {
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(letter, other.letter);
    }
}
