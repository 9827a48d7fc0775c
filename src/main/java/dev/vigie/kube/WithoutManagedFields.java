package dev.vigie.kube;

import java.io.IOException;
import java.io.InputStream;

/// JSON with every `managedFields` list emptied on the way: most of what a server sends of an object is that, and no
/// table
/// shows it. Passing it by as bytes costs a fraction of reading it as tokens. Bytes go on as soon as they come. For one
/// thread.
final class WithoutManagedFields extends InputStream {
    private static final byte[] KEY = "managedFields".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final int MOST = 1 << 14;

    private final InputStream in;
    private final byte[] buffer = new byte[MOST];
    private final byte[] one = new byte[1];
    private Place place = Place.PLAIN;
    /// how many bytes of the string so far are the key's, -1 when it is another
    private int matched = -1;
    private int depth;
    private boolean quoted;
    private boolean escaped;

    /// Where in the text the last byte was.
    private enum Place {
        PLAIN,
        STRING,
        AFTER_KEY,
        AFTER_COLON,
        SKIPPED
    }

    WithoutManagedFields(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        if (length == 0) return 0;
        while (true) {
            int count = in.read(buffer, 0, Math.min(length, MOST));
            if (count < 0) return -1;
            int kept = pass(count, to, offset);
            if (kept > 0) return kept;
        }
    }

    /// Never more than came, so that it always fits.
    private int pass(int count, byte[] to, int offset) {
        int at = offset;
        for (int i = 0; i < count; i++) {
            byte b = buffer[i];
            if (place == Place.SKIPPED) {
                i = skipped(i, count);
                if (place == Place.SKIPPED) break;
                b = ']';
            } else {
                plain(b);
            }
            to[at++] = b;
        }
        return at - offset;
    }

    private void plain(byte b) {
        switch (place) {
            case PLAIN -> begin(b);
            case STRING -> string(b);
            case AFTER_KEY -> {
                if (b == ':') place = Place.AFTER_COLON;
                else if (!blank(b)) begin(b);
            }
            case AFTER_COLON -> {
                if (b == '[') {
                    place = Place.SKIPPED;
                    depth = 1;
                } else if (!blank(b)) {
                    begin(b);
                }
            }
            case SKIPPED -> throw new IllegalStateException();
        }
    }

    private void begin(byte b) {
        place = b == '"' ? Place.STRING : Place.PLAIN;
        matched = 0;
    }

    private void string(byte b) {
        if (escaped) {
            escaped = false;
        } else if (b == '\\') {
            escaped = true;
            matched = -1;
        } else if (b == '"') {
            place = matched == KEY.length ? Place.AFTER_KEY : Place.PLAIN;
        } else if (matched >= 0) {
            matched = matched < KEY.length && KEY[matched] == b ? matched + 1 : -1;
        }
    }

    /// To the bracket that ends the list, or to the end of what came.
    private int skipped(int from, int count) {
        for (int i = from; i < count; i++) {
            byte b = buffer[i];
            if (quoted) {
                if (escaped) escaped = false;
                else if (b == '\\') escaped = true;
                else if (b == '"') quoted = false;
            } else if (b == '"') {
                quoted = true;
            } else if (b == '[' || b == '{') {
                depth++;
            } else if ((b == ']' || b == '}') && --depth == 0) {
                place = Place.PLAIN;
                return i;
            }
        }
        return count;
    }

    private static boolean blank(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
