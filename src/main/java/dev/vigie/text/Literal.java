package dev.vigie.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/// Words to be found as they stand. Eight bytes are looked at in one step for the rarest of its letters.
final class Literal implements Needle {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;
    private static final int CASE = 0x20;

    /// Letters and signs as they are frequent in logs, the most frequent first; what is not here is rare.
    private static final String FREQUENT = "e0atin1or2s 3:lcd-\"54.mpu67/98fh=gb,{}v[]wky_T()xZISEAjzqRCDNPOLMF";

    private final byte[] wanted;
    private final boolean exactCase;
    private final int anchor;

    Literal(String text, boolean exactCase) {
        this.exactCase = exactCase;
        wanted = text.getBytes(StandardCharsets.UTF_8);
        if (!exactCase) for (int i = 0; i < wanted.length; i++) wanted[i] = lower(wanted[i]);
        anchor = rarest(wanted);
    }

    private static int rarest(byte[] bytes) {
        int best = 0;
        int rank = -1;
        for (int i = 0; i < bytes.length; i++) {
            int place = FREQUENT.indexOf((char) (bytes[i] & 0xff));
            int now = place < 0 ? FREQUENT.length() : place;
            if (now > rank) {
                best = i;
                rank = now;
            }
        }
        return best;
    }

    private static byte lower(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b | CASE) : b;
    }

    private static boolean letter(byte b) {
        return b >= 'a' && b <= 'z';
    }

    @Override
    public Finder finder(BooleanSupplier goOn) {
        return new Finder() {
            private int end;

            @Override
            public int find(byte[] text, int from, int to) {
                int at = index(text, from, to);
                end = at + wanted.length;
                return at;
            }

            @Override
            public int end() {
                return end;
            }
        };
    }

    private int index(byte[] text, int from, int to) {
        if (wanted.length == 0) return -1;
        byte rare = wanted[anchor];
        // a letter of any case becomes the small one, and some signs become others: looked at again below
        long fold = !exactCase && letter(rare) ? CASE * ONES : 0;
        long pattern = (rare & 0xffL) * ONES;
        int last = to - wanted.length + anchor;
        int i = from + anchor;
        for (; i <= last && i + Long.BYTES <= to; i += Long.BYTES) {
            long differs = ((long) LONGS.get(text, i) | fold) ^ pattern;
            long same = (differs - ONES) & ~differs & TOPS;
            while (same != 0) {
                int at = i + (Long.numberOfTrailingZeros(same) >>> 3);
                if (at <= last && stands(text, at - anchor)) return at - anchor;
                same &= same - 1;
            }
        }
        for (; i <= last; i++) if (stands(text, i - anchor)) return i - anchor;
        return -1;
    }

    private boolean stands(byte[] text, int at) {
        for (int i = 0; i < wanted.length; i++) {
            byte b = text[at + i];
            if (b != wanted[i] && (exactCase || lower(b) != wanted[i])) return false;
        }
        return true;
    }
}
