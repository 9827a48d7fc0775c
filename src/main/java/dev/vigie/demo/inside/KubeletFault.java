package dev.vigie.demo.inside;

/// What a kubelet refuses, in plain text, before a connection becomes a WebSocket.
public final class KubeletFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int code;

    KubeletFault(int code, String text) {
        super(text, null, false, false);
        this.code = code;
    }

    /// The HTTP status code.
    public int code() {
        return code;
    }

    /// What the body says.
    public String text() {
        return String.valueOf(getMessage());
    }
}
