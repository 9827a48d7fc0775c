package dev.vigie.demo.inside.shell;

import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.SplittableRandom;

/// What never ends: /dev/zero and /dev/urandom.
final class Endless {
    private Endless() {}

    /// What never ends must let others have their turn, and be stopped.
    private static void breathe() throws InterruptedIOException {
        Jobs.breathe();
        if (Thread.interrupted()) throw new InterruptedIOException();
    }

    static InputStream zeros() {
        return new InputStream() {
            @Override
            public int read() {
                return 0;
            }

            @Override
            public int read(byte[] into, int at, int most) throws InterruptedIOException {
                breathe();
                Arrays.fill(into, at, at + most, (byte) 0);
                return most;
            }
        };
    }

    static InputStream random() {
        SplittableRandom random = new SplittableRandom();
        return new InputStream() {
            @Override
            public int read() {
                return random.nextInt(256);
            }

            @Override
            public int read(byte[] into, int at, int most) throws InterruptedIOException {
                breathe();
                for (int i = 0; i < most; i++) into[at + i] = (byte) random.nextInt();
                return most;
            }
        };
    }
}
