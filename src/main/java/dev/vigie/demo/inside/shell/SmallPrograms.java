package dev.vigie.demo.inside.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Programs that say, count, compare or wait.
final class SmallPrograms {
    static final Map<String, Program> ALL = Map.ofEntries(
            Map.entry("true", call -> 0),
            Map.entry("false", call -> 1),
            Map.entry("echo", SmallPrograms::echo),
            Map.entry("printf", SmallPrograms::printf),
            Map.entry("seq", SmallPrograms::seq),
            Map.entry("yes", SmallPrograms::yes),
            Map.entry("sleep", SmallPrograms::sleep),
            Map.entry("expr", SmallPrograms::expr),
            Map.entry("test", call -> Test.check(call, call.arguments())),
            Map.entry("[", SmallPrograms::bracket),
            Map.entry("xargs", SmallPrograms::xargs),
            Map.entry("base64", SmallPrograms::base64),
            Map.entry("md5sum", call -> sums(call, "MD5")),
            Map.entry("sha1sum", call -> sums(call, "SHA-1")),
            Map.entry("sha256sum", call -> sums(call, "SHA-256")),
            Map.entry("timeout", SmallPrograms::timeout));

    private SmallPrograms() {}

    private static int echo(Call call) throws IOException {
        List<String> words = call.arguments();
        boolean end = true;
        boolean escapes = false;
        int at = 0;
        for (; at < words.size() && words.get(at).matches("-[neE]+"); at++) {
            end &= !words.get(at).contains("n");
            escapes |= words.get(at).contains("e");
        }
        String text = String.join(" ", words.subList(at, words.size()));
        call.print((escapes ? escapes(text) : text) + (end ? "\n" : ""));
        return 0;
    }

    static String escapes(String text) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                all.append(c);
                continue;
            }
            char next = text.charAt(++i);
            int at = "ntrabe0\\".indexOf(next);
            if (next == '0' && text.startsWith("33", i + 1)) {
                all.append('\u001b');
                i += 2;
            } else if (at < 0) {
                all.append('\\').append(next);
            } else {
                all.append("\n\t\r\u0007\b\u001b\0\\".charAt(at));
            }
        }
        return all.toString();
    }

    private static int printf(Call call) throws IOException {
        if (call.arguments().isEmpty()) return call.fault("usage: printf FORMAT [ARG]...");
        String format = escapes(call.arguments().getFirst());
        List<String> rest =
                new ArrayList<>(call.arguments().subList(1, call.arguments().size()));
        do {
            int before = rest.size();
            call.print(filled(format, rest));
            if (rest.size() == before) break;
        } while (!rest.isEmpty());
        return 0;
    }

    private static String filled(String format, List<String> rest) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            if (format.charAt(i) != '%') {
                all.append(format.charAt(i));
                continue;
            }
            int start = i++;
            while (i < format.length() && "-0123456789.".indexOf(format.charAt(i)) >= 0) i++;
            if (i == format.length()) return all.append(format.substring(start)).toString();
            String flags = format.substring(start, i);
            if (format.charAt(i) == '%') {
                all.append('%');
                continue;
            }
            String value = rest.isEmpty() ? "" : rest.removeFirst();
            all.append(one(flags, format.charAt(i), value));
        }
        return all.toString();
    }

    private static String one(String flags, char kind, String value) {
        String safe = flags.matches("%-?0?\\d{0,3}(\\.\\d{0,3})?") ? flags : "%";
        try {
            return switch (kind) {
                case 'd', 'i', 'u' ->
                    (safe.replaceAll("\\..*", "") + "d").formatted(value.isEmpty() ? 0L : Long.parseLong(value));
                case 'x' -> (safe + "x").formatted(Long.parseLong(value));
                case 'f' -> String.format(java.util.Locale.ROOT, safe + "f", Double.parseDouble(value));
                case 'b' -> escapes(value);
                case 'c' -> value.isEmpty() ? "" : value.substring(0, 1);
                default -> (safe.replaceAll("^%(-?)0+", "%$1") + "s").formatted(value);
            };
        } catch (java.util.IllegalFormatException | NumberFormatException e) {
            return value;
        }
    }

    private static int seq(Call call) throws IOException {
        List<Long> numbers = new ArrayList<>();
        for (String word : call.arguments()) {
            if (!word.matches("-?\\d{1,15}")) return call.fault("invalid number '" + word + "'");
            numbers.add(Long.parseLong(word));
        }
        if (numbers.isEmpty()) return call.fault("missing operand");
        long from = numbers.size() > 1 ? numbers.getFirst() : 1;
        long step = numbers.size() > 2 ? numbers.get(1) : 1;
        long to = numbers.getLast();
        if (step == 0) return call.fault("invalid increment");
        for (long i = from; step > 0 ? i <= to : i >= to; i += step) {
            call.print(i + "\n");
            if (Thread.interrupted()) throw new Ended(Ended.How.INTERRUPT, 130);
        }
        return 0;
    }

    private static int yes(Call call) throws IOException {
        String line = (call.arguments().isEmpty() ? "y" : String.join(" ", call.arguments())) + "\n";
        while (!Thread.interrupted()) call.print(line);
        throw new Ended(Ended.How.INTERRUPT, 130);
    }

    private static int sleep(Call call) throws IOException {
        if (call.arguments().isEmpty()) {
            call.io().complain("Usage: sleep [N]...\n");
            return 1;
        }
        double all = 0;
        for (String word : call.arguments()) {
            if (word.equals("infinity")) all += 1e9;
            else if (word.matches("\\d{1,12}(\\.\\d{1,9})?[smhd]?")) all += seconds(word);
            else return call.fault("invalid number '" + word + "'");
        }
        call.pause(Math.min(all, 9e9));
        return 0;
    }

    private static double seconds(String word) {
        double number = Double.parseDouble(word.replaceAll("[smhd]$", ""));
        return switch (word.charAt(word.length() - 1)) {
            case 'm' -> number * 60;
            case 'h' -> number * 3600;
            case 'd' -> number * 86400;
            default -> number;
        };
    }

    private static int expr(Call call) throws IOException {
        String text = String.join(" ", call.arguments());
        long value = new Sum(text, Map.of()).value();
        call.print(value + "\n");
        return value == 0 ? 1 : 0;
    }

    private static int bracket(Call call) throws IOException {
        List<String> words = call.arguments();
        if (words.isEmpty() || !words.getLast().equals("]")) {
            call.io().complain("[: missing ]\n");
            return 2;
        }
        return Test.check(call, words.subList(0, words.size() - 1));
    }

    private static int xargs(Call call) throws IOException {
        Call.Flags flags = call.flags("nI");
        String input = new String(call.io().in().readNBytes(1 << 20), StandardCharsets.UTF_8).strip();
        List<String> command = flags.rest().isEmpty() ? List.of("echo") : flags.rest();
        List<String> items = input.isEmpty() ? List.of() : List.of(input.split(flags.has('I') ? "\n" : "\\s+"));
        int most = flags.has('n') ? Math.max(1, TextPrograms.whole(flags.value('n', "1"))) : Math.max(1, items.size());
        int status = 0;
        for (int i = 0; i < items.size(); i += flags.has('I') ? 1 : most) {
            List<String> words = new ArrayList<>(command);
            String item = items.get(i);
            if (flags.has('I')) words.replaceAll(word -> word.replace(flags.value('I', "{}"), item));
            else words.addAll(items.subList(i, Math.min(items.size(), i + most)));
            int code = call.shell().copy().call(words, call.io().in(Call.bytes("")));
            if (code != 0) status = 123;
        }
        return status;
    }

    private static int base64(Call call) throws IOException {
        Call.Flags flags = call.flags("w");
        return call.each(flags.rest(), (name, in) -> {
            byte[] all = in.readNBytes(8 * 1024 * 1024);
            if (flags.has('d')) {
                String text = new String(all, StandardCharsets.US_ASCII).replaceAll("\\s", "");
                try {
                    call.io().out().write(Base64.getDecoder().decode(text));
                } catch (IllegalArgumentException e) {
                    throw new Disk.Fault("truncated input");
                }
                return;
            }
            int width = flags.has('w') ? TextPrograms.whole(flags.value('w', "76")) : 76;
            String text = Base64.getEncoder().encodeToString(all);
            call.print((width == 0 ? text : text.replaceAll("(.{" + width + "})(?=.)", "$1\n") + "\n"));
        });
    }

    private static int sums(Call call, String algorithm) throws IOException {
        return call.each(call.arguments(), (name, in) -> {
            try {
                MessageDigest digest = MessageDigest.getInstance(algorithm);
                byte[] piece = new byte[8192];
                for (int count = in.read(piece); count >= 0; count = in.read(piece)) digest.update(piece, 0, count);
                call.print(HexFormat.of().formatHex(digest.digest()) + "  " + name + "\n");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /// Interrupts what runs when the time is over.
    private static int timeout(Call call) throws IOException {
        List<String> words = call.flags("sk").rest();
        if (words.size() < 2) return call.fault("usage: timeout SECS PROG ARGS");
        Thread here = Thread.currentThread();
        Thread watch = call.shell().jobs.start(() -> {
            try {
                boolean never = new CountDownLatch(1).await(TextPrograms.whole(words.getFirst()), TimeUnit.SECONDS);
                if (!never) here.interrupt();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            return call.shell().copy().call(words.subList(1, words.size()), call.io());
        } catch (Ended e) {
            if (e.how() != Ended.How.INTERRUPT || watch.isAlive()) throw e;
            return 143;
        } finally {
            watch.interrupt();
        }
    }
}
