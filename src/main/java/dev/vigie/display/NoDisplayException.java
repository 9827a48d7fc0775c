package dev.vigie.display;

/// There is no display and none could be started; the message is a sentence with what to do.
public final class NoDisplayException extends Exception {
    private static final long serialVersionUID = 1L;

    NoDisplayException(String sentence) {
        super(sentence);
    }

    NoDisplayException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
