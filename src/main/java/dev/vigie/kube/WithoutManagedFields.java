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
    private static final byte QUOTE = 2;
    /// What a byte outside of strings does: one level deeper, one up, or the beginning of a string.
    private static final byte[] MEANING = new byte[256];

    static {
        MEANING['['] = MEANING['{'] = 1;
        MEANING[']'] = MEANING['}'] = -1;
        MEANING['"'] = QUOTE;
    }

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
        int from = 0;
        while (from < count) {
            if (place == Place.SKIPPED) {
                from = skipped(from, count);
                if (place != Place.SKIPPED) to[at++] = ']';
                continue;
            }
            int end = quiet(from, count);
            System.arraycopy(buffer, from, to, at, end - from);
            at += end - from;
            from = end;
            if (from < count) {
                to[at++] = buffer[from];
                plain(buffer[from++]);
            }
        }
        return at - offset;
    }

    /// To the next byte that may change where we are.
    private int quiet(int from, int count) {
        int i = from;
        if (place == Place.PLAIN) while (i < count && buffer[i] != '"') i++;
        else if (place == Place.STRING && matched < 0 && !escaped)
            while (i < count && buffer[i] != '"' && buffer[i] != '\\') i++;
        return i;
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

    /// Behind the bracket that ends the list, or to the end of what came.
    private int skipped(int from, int count) {
        int i = from;
        while (i < count) {
            if (escaped) {
                escaped = false;
                i++;
            } else if (quoted) {
                while (i < count && buffer[i] != '"' && buffer[i] != '\\') i++;
                if (i == count) break;
                escaped = buffer[i] == '\\';
                quoted = escaped;
                i++;
            } else {
                while (i < count && MEANING[buffer[i] & 0xff] == 0) i++;
                if (i == count) break;
                byte meaning = MEANING[buffer[i++] & 0xff];
                if (meaning == QUOTE) quoted = true;
                else depth += meaning;
                if (depth == 0) {
                    place = Place.PLAIN;
                    break;
                }
            }
        }
        return i;
    }

    private static boolean blank(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
