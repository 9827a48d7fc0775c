package dev.vigie.text;

import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A regular expression, tried on one line after another; lines without the words that any hit must hold are passed
/// over.
final class Expression implements Needle {
    /// Of a longer line only so many bytes are looked at.
    static final int MOST = 1 << 20;

    private final Pattern pattern;
    private final @Nullable Literal must;

    Expression(String expression, boolean exactCase) {
        boolean ascii = expression.chars().allMatch(c -> c < 0x80);
        // beyond ASCII a letter may have a case that is written quite differently
        int anyCase = ascii ? Pattern.CASE_INSENSITIVE : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        pattern = Pattern.compile(expression, exactCase ? 0 : anyCase);
        String words = exactCase || ascii ? RequiredWords.of(expression) : "";
        must = words.isEmpty() ? null : new Literal(words, exactCase);
    }

    static Expression quoted(String text) {
        return new Expression(Pattern.quote(text), false);
    }

    @Override
    public Finder finder(BooleanSupplier wanted) {
        return new LineByLine(wanted, must == null ? null : must.finder(wanted));
    }

    private final class LineByLine implements Finder {
        private final Finder words;
        private final boolean narrows;
        private final Patient patient;
        private final Matcher matcher;
        private int end;

        LineByLine(BooleanSupplier wanted, @Nullable Finder words) {
            narrows = words != null;
            this.words = words == null ? this : words;
            patient = new Patient(wanted);
            matcher = pattern.matcher(patient);
        }

        @Override
        public int find(byte[] text, int from, int to) {
            int at = from;
            while (at < to) {
                if (narrows) {
                    int word = words.find(text, at, to);
                    if (word < 0) return -1;
                    at = Math.max(at, lineStart(text, word));
                }
                int lineEnd = lineEnd(text, at, to);
                int hit = inLine(text, lineStart(text, at), at, lineEnd);
                if (hit >= 0) return hit;
                at = lineEnd + 1;
            }
            return -1;
        }

        private int inLine(byte[] text, int start, int from, int lineEnd) {
            int length = Math.min(lineEnd - start, MOST);
            if (from - start > length) return -1;
            String line = new String(text, start, length, StandardCharsets.UTF_8);
            boolean oneByteEach = line.length() == length;
            patient.text = line;
            matcher.reset();
            int skip =
                    oneByteEach ? from - start : new String(text, start, from - start, StandardCharsets.UTF_8).length();
            if (!matcher.find(skip) || matcher.end() == matcher.start()) return -1;
            int before = oneByteEach ? matcher.start() : bytes(line, 0, matcher.start());
            int hit = oneByteEach ? matcher.end() - matcher.start() : bytes(line, matcher.start(), matcher.end());
            end = start + before + hit;
            return start + before;
        }

        @Override
        public int end() {
            return end;
        }
    }

    private static int bytes(String text, int from, int to) {
        return text.substring(from, to).getBytes(StandardCharsets.UTF_8).length;
    }

    private static int lineStart(byte[] text, int at) {
        int start = at;
        while (start > 0 && text[start - 1] != '\n') start--;
        return start;
    }

    static int lineEnd(byte[] text, int from, int to) {
        int at = from;
        while (at < to && text[at] != '\n') at++;
        return at;
    }

    /// A line whose matching ends when nobody waits for it any more: some expressions would take for ever.
    private static final class Patient implements CharSequence {
        private static final int OFTEN = 1 << 14;

        private final BooleanSupplier wanted;
        private String text = "";
        private int asked;

        Patient(BooleanSupplier wanted) {
            this.wanted = wanted;
        }

        @Override
        public char charAt(int index) {
            if (++asked % OFTEN == 0 && !wanted.getAsBoolean()) throw new Unwanted();
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /// Thrown out of a match that nobody waits for.
    static final class Unwanted extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unwanted() {
            super("nobody waits for it", null, false, false);
        }
    }
}
