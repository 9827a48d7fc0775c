package dev.vigie.feature.logs;

/// How lines are laid out: what stands before the text, and whether it is wrapped.
record Shape(Stamps stamps, boolean utc, boolean wrap, boolean pods) {
    static final Shape FIRST = new Shape(Stamps.TIME, false, false, true);

    /// The time before each line.
    enum Stamps {
        NONE,
        TIME,
        AGE,
        FULL;

        Stamps next() {
            return switch (this) {
                case NONE -> TIME;
                case TIME -> AGE;
                case AGE -> FULL;
                case FULL -> NONE;
            };
        }
    }

    Shape stamps(Stamps wanted) {
        return new Shape(wanted, utc, wrap, pods);
    }

    Shape utc(boolean wanted) {
        return new Shape(stamps, wanted, wrap, pods);
    }

    Shape wrap(boolean wanted) {
        return new Shape(stamps, utc, wanted, pods);
    }

    Shape pods(boolean wanted) {
        return new Shape(stamps, utc, wrap, wanted);
    }
}
