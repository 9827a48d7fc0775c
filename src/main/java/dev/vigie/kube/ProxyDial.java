package dev.vigie.kube;

import java.io.IOException;
import java.net.Socket;

/// Opens one connection to a server through a proxy, which its text names without the password. May wait; safe on any
/// thread.
interface ProxyDial {

    /// A connection that carries bytes to the server and back.
    ///
    /// @throws RefusedException when the proxy cannot be used, or does not reach the server
    Socket dial() throws RefusedException;

    /// What the proxy said, or why nothing could be asked of it; without any password.
    final class RefusedException extends IOException {
        private static final long serialVersionUID = 1L;

        RefusedException(String reason) {
            super(reason);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }
}
