package dev.vigie.demo.inside.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Programs that read text and write it otherwise.
final class TextPrograms {
    static final Map<String, Program> ALL = Map.ofEntries(
            Map.entry("cat", TextPrograms::cat),
            Map.entry("less", TextPrograms::cat),
            Map.entry("more", TextPrograms::cat),
            Map.entry("head", TextPrograms::head),
            Map.entry("tail", TextPrograms::tail),
            Map.entry("wc", TextPrograms::wc),
            Map.entry("sort", TextPrograms::sort),
            Map.entry("uniq", TextPrograms::uniq),
            Map.entry("cut", TextPrograms::cut),
            Map.entry("tr", TextPrograms::tr),
            Map.entry(
                    "rev",
                    call -> eachLine(
                            call, call.arguments(), line -> call.print(new StringBuilder(line).reverse() + "\n"))),
            Map.entry("tee", TextPrograms::tee));

    private static final int MOST = 8 * 1024 * 1024;

    private TextPrograms() {}

    interface OfLine {
        void read(String line) throws IOException;
    }

    static int eachLine(Call call, List<String> files, OfLine what) throws IOException {
        return call.each(files, (name, in) -> {
            LineReader lines = call.lines(in);
            for (String line = lines.next(); line != null; line = lines.next()) what.read(line);
        });
    }

    private static int cat(Call call) throws IOException {
        Call.Flags flags = call.flags("");
        if (flags.has('n')) {
            int[] number = {0};
            return eachLine(call, flags.rest(), line -> call.print("%6d\t%s%n".formatted(++number[0], line)));
        }
        return call.each(flags.rest(), (name, in) -> {
            byte[] piece = new byte[8192];
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                call.io().out().write(piece, 0, count);
                if (in.available() == 0) call.io().out().flush();
                if (Thread.interrupted()) throw new Ended(Ended.How.INTERRUPT, 130);
            }
        });
    }

    /// How many: `-n 5`, `-5`; a sign stays.
    private static String count(Call call, String flag, String otherwise) {
        for (String word : call.arguments()) if (word.matches("-\\d+")) return word.substring(1);
        return flag.isEmpty() ? otherwise : flag;
    }

    private static List<String> files(List<String> words) {
        return words.stream().filter(word -> !word.matches("-\\d+")).toList();
    }

    private static int head(Call call) throws IOException {
        Call.Flags flags = call.flags("nc");
        List<String> files = files(flags.rest());
        if (flags.has('c')) {
            int bytes = whole(flags.value('c', "0"));
            return call.each(files, (name, in) -> call.io().out().write(in.readNBytes(bytes)));
        }
        int most = whole(count(call, flags.value('n', ""), "10"));
        return call.each(files, (name, in) -> {
            if (files.size() > 1) call.print("==> " + name + " <==\n");
            LineReader lines = call.lines(in);
            for (int i = 0; i < most; i++) {
                String line = lines.next();
                if (line == null) return;
                call.print(line + "\n");
            }
        });
    }

    private static int tail(Call call) throws IOException {
        Call.Flags flags = call.flags("nc");
        List<String> files = files(flags.rest());
        String wanted = count(call, flags.value('n', ""), "10");
        int most = whole(wanted);
        int status = call.each(files, (name, in) -> {
            if (files.size() > 1) call.print("==> " + name + " <==\n");
            if (wanted.startsWith("+")) from(call, in, most);
            else last(call, in, most);
        });
        if (flags.has('f') || flags.has('F')) follow(call, files);
        return status;
    }

    private static void from(Call call, InputStream in, int first) throws IOException {
        LineReader lines = call.lines(in);
        int at = 1;
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (at++ >= first) call.print(line + "\n");
        }
    }

    private static void last(Call call, InputStream in, int most) throws IOException {
        Deque<String> kept = new ArrayDeque<>();
        LineReader lines = call.lines(in);
        for (String line = lines.next(); line != null; line = lines.next()) {
            kept.add(line);
            if (kept.size() > most) kept.removeFirst();
        }
        for (String line : kept) call.print(line + "\n");
    }

    private static void follow(Call call, List<String> files) throws IOException {
        if (files.isEmpty()) return;
        String path = call.path(files.getLast());
        int seen = call.disk().read(path).length;
        while (true) {
            call.pause(0.5);
            if (call.disk().find(path) == null) continue;
            byte[] all = call.disk().read(path);
            if (all.length > seen) call.io().out().write(all, seen, all.length - seen);
            seen = all.length;
        }
    }

    private static int wc(Call call) throws IOException {
        Call.Flags flags = call.flags("");
        long[] sum = new long[3];
        int status = call.each(flags.rest(), (name, in) -> {
            long[] here = counted(in);
            for (int i = 0; i < 3; i++) sum[i] += here[i];
            call.print(figures(flags, here) + (name.equals("-") ? "" : " " + name) + "\n");
        });
        if (flags.rest().size() > 1) call.print(figures(flags, sum) + " total\n");
        return status;
    }

    private static long[] counted(InputStream in) throws IOException {
        long lines = 0;
        long words = 0;
        long bytes = 0;
        boolean inside = false;
        byte[] piece = new byte[8192];
        for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
            bytes += count;
            for (int i = 0; i < count; i++) {
                if (piece[i] == '\n') lines++;
                boolean blank = piece[i] == ' ' || (piece[i] >= 9 && piece[i] <= 13);
                if (!blank && !inside) words++;
                inside = !blank;
            }
        }
        return new long[] {lines, words, bytes};
    }

    private static String figures(Call.Flags flags, long[] counts) {
        String letters = "lwc";
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            if (flags.set().isEmpty()) shown.add("%9d".formatted(counts[i]));
            else if (flags.has(letters.charAt(i))) shown.add(String.valueOf(counts[i]));
        }
        return String.join(" ", shown);
    }

    private static int sort(Call call) throws IOException {
        Call.Flags flags = call.flags("kto");
        List<String> lines = new ArrayList<>();
        long[] size = {0};
        int status = eachLine(call, flags.rest(), line -> {
            size[0] += line.length();
            if (size[0] > MOST) throw new Disk.Fault("out of memory");
            lines.add(line);
        });
        Comparator<String> order = flags.has('n')
                ? Comparator.<String>comparingDouble(line -> leading(key(flags, line)))
                        .thenComparing(Comparator.naturalOrder())
                : Comparator.<String, String>comparing(line -> key(flags, line))
                        .thenComparing(Comparator.naturalOrder());
        lines.sort(flags.has('r') ? order.reversed() : order);
        String before = null;
        for (String line : lines) {
            if (!flags.has('u') || !line.equals(before)) call.print(line + "\n");
            before = line;
        }
        return status;
    }

    private static String key(Call.Flags flags, String line) {
        int field = whole(flags.value('k', "1"));
        if (!flags.has('k')) return line;
        String[] fields = flags.has('t')
                ? line.split(java.util.regex.Pattern.quote(flags.value('t', " ")))
                : line.strip().split("\\s+");
        return field >= 1 && field <= fields.length ? fields[field - 1] : "";
    }

    private static double leading(String text) {
        String number = text.strip().replaceAll("^(-?\\d{1,15}(\\.\\d{1,9})?)?.*$", "$1");
        return number.isEmpty() ? 0 : Double.parseDouble(number);
    }

    private static int uniq(Call call) throws IOException {
        Call.Flags flags = call.flags("");
        @Nullable String[] before = {null};
        int[] times = {0};
        int status = eachLine(call, flags.rest(), line -> {
            if (!line.equals(before[0])) {
                once(call, flags, before[0], times[0]);
                times[0] = 0;
            }
            before[0] = line;
            times[0]++;
        });
        once(call, flags, before[0], times[0]);
        return status;
    }

    private static void once(Call call, Call.Flags flags, @Nullable String line, int times) throws IOException {
        if (line == null || (flags.has('d') && times < 2) || (flags.has('u') && times > 1)) return;
        call.print((flags.has('c') ? "%7d ".formatted(times) : "") + line + "\n");
    }

    private static int cut(Call call) throws IOException {
        Call.Flags flags = call.flags("dfcb");
        String list = flags.value('f', flags.value('c', flags.value('b', "")));
        if (list.isEmpty()) return call.fault("expected a list of bytes, characters, or fields");
        boolean fields = flags.has('f');
        String separator = flags.value('d', "\t");
        return eachLine(call, flags.rest(), line -> {
            if (fields && !line.contains(separator)) {
                if (!flags.has('s')) call.print(line + "\n");
                return;
            }
            String[] parts = fields ? line.split(java.util.regex.Pattern.quote(separator), -1) : line.split("");
            List<String> kept = new ArrayList<>();
            for (int i = 0; i < parts.length; i++) if (listed(list, i + 1)) kept.add(parts[i]);
            call.print(String.join(fields ? separator : "", kept) + "\n");
        });
    }

    private static boolean listed(String list, int at) {
        for (String each : list.split(",")) {
            String[] ends = each.split("-", 2);
            int from = ends[0].isEmpty() ? 1 : whole(ends[0]);
            int to = ends.length == 1 ? from : ends[1].isEmpty() ? Integer.MAX_VALUE : whole(ends[1]);
            if (at >= from && at <= to) return true;
        }
        return false;
    }

    private static int tr(Call call) throws IOException {
        Call.Flags flags = call.flags("");
        if (flags.rest().isEmpty()) return call.fault("missing operand");
        String from = set(flags.rest().getFirst());
        String to = flags.rest().size() > 1 ? set(flags.rest().get(1)) : "";
        int before = -1;
        for (int c = call.io().in().read(); c >= 0; c = call.io().in().read()) {
            int at = from.indexOf(c);
            if (flags.has('d') && at >= 0) continue;
            int now = at < 0 || to.isEmpty() ? c : to.charAt(Math.min(at, to.length() - 1));
            if (flags.has('s') && now == before && (to.isEmpty() ? from : to).indexOf(now) >= 0) continue;
            call.io().out().write(now);
            before = now;
        }
        return 0;
    }

    private static String set(String written) {
        String text = written.replace("[:upper:]", "A-Z")
                .replace("[:lower:]", "a-z")
                .replace("[:digit:]", "0-9")
                .replace("[:space:]", " \t\n\r");
        text = SmallPrograms.escapes(text);
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (i + 2 < text.length() && text.charAt(i + 1) == '-') {
                for (char c = text.charAt(i); c <= text.charAt(i + 2) && all.length() < 512; c++) all.append(c);
                i += 2;
            } else {
                all.append(text.charAt(i));
            }
        }
        return all.toString();
    }

    private static int tee(Call call) throws IOException {
        Call.Flags flags = call.flags("");
        List<String> files = flags.rest();
        for (String file : files) if (!flags.has('a')) call.disk().write(call.path(file), new byte[0], false);
        return eachLine(call, List.of(), line -> {
            call.print(line + "\n");
            for (String file : files)
                call.disk().write(call.path(file), (line + "\n").getBytes(StandardCharsets.UTF_8), true);
        });
    }

    static int whole(String text) {
        String digits = text.replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }
}
