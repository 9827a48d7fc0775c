package dev.vigie.demo.inside.shell;

/// Leaves what a shell is doing: `exit`, `return`, `break`, `continue`, or an interrupt.
final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final How how;
    private final int code;

    enum How {
        EXIT,
        RETURN,
        BREAK,
        CONTINUE,
        INTERRUPT
    }

    Ended(How how, int code) {
        super(how.name(), null, false, false);
        this.how = how;
        this.code = code;
    }

    How how() {
        return how;
    }

    int code() {
        return code;
    }
}
