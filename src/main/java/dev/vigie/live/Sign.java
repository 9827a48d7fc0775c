package dev.vigie.live;

/// How two numbers are compared.
enum Sign {
    MORE,
    LEAST,
    LESS,
    MOST;

    /// Never true of what is no number.
    boolean holds(double one, double other) {
        return switch (this) {
            case MORE -> one > other;
            case LEAST -> one >= other;
            case LESS -> one < other;
            case MOST -> one <= other;
        };
    }
}
