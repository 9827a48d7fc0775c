package dev.vigie.bench;

import dev.vigie.text.Lines;
import dev.vigie.text.Needle;
import dev.vigie.text.Saving;
import dev.vigie.text.Search;
import dev.vigie.text.SpillFolder;
import dev.vigie.text.Splitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Ten million lines kept, searched and saved, beside `grep` on the same lines in a file: `LogBench [LINES]`.
public final class LogBench {
    private static final int TIMES = 5;
    private static final int BLOCK = 1 << 16;

    private LogBench() {}

    public static void main(String[] words) throws Exception {
        int count = words.length > 0 ? Integer.parseInt(words[0]) : 10_000_000;
        Path folder = Files.createTempDirectory("vigie-log-bench");
        Path file = folder.resolve("saved.log");
        try (Lines lines = new Lines(new SpillFolder(folder))) {
            keep(lines, count);
            search(lines, "rare word", Needle.words("deadbeef-cafe", true));
            search(lines, "any case", Needle.words("DeadBeef-Cafe", false));
            search(lines, "frequent word", Needle.words("status=503", true));
            search(lines, "expression with a word", Needle.expression("sku=unicorn-7\\d+ took=9\\d\\dms", true));
            search(lines, "expression without", Needle.expression("[0-9]+ms$", true));
            anywhere(lines);
            long began = System.nanoTime();
            int written = new Saving(lines, null, null).to(file, line -> {}, () -> true);
            System.out.printf("saved %,d lines in %,d ms%n", written, millis(began));
        }
        for (List<String> grep : List.of(
                List.of("grep", "-c", "-F", "deadbeef-cafe", file.toString()),
                List.of("grep", "-c", "-i", "-F", "DeadBeef-Cafe", file.toString()),
                List.of("grep", "-c", "-F", "status=503", file.toString()),
                List.of("grep", "-c", "-E", "sku=unicorn-7[0-9]+ took=9[0-9][0-9]ms", file.toString()))) grep(grep);
        Files.delete(file);
    }

    private static void keep(Lines lines, int count) throws IOException {
        byte[] text = text(count);
        Splitter splitter = new Splitter(true);
        Splitter.Sink sink = (time, from, offset, length, whole) -> lines.add(time, 0, from, offset, length);
        long began = System.nanoTime();
        long bytes = 0;
        while (lines.count() < count) {
            for (int at = 0; at < text.length && lines.count() < count; at += BLOCK) {
                int part = Math.min(BLOCK, text.length - at);
                splitter.feed(text, at, part, sink);
                bytes += part;
            }
        }
        long took = millis(began);
        System.out.printf(
                "kept %,d lines (%,d MB with stamps) in %,d ms: %,d MB/s; %,d MB of them on disk%n",
                lines.count(), bytes >> 20, took, (bytes >> 20) * 1000 / Math.max(1, took), lines.spilled() >> 20);
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "heap with them: %,d MB (of which %,d MB are the bench's own text)%n",
                (runtime.totalMemory() - runtime.freeMemory()) >> 20, text.length >> 20);
    }

    /// Some megabytes of log that are fed again and again.
    private static byte[] text(int count) {
        Random random = new Random(11);
        StringBuilder all = new StringBuilder();
        Instant time = Instant.parse("2026-11-29T10:00:00.123456789Z");
        for (int i = 0; i < Math.min(count, 100_000); i++) {
            all.append(time.plusNanos(i * 1_000_003L))
                    .append(" level=info msg=\"request served\" path=/products/")
                    .append(Integer.toHexString(random.nextInt()))
                    .append(" status=")
                    .append(random.nextInt(100) == 0 ? 503 : 200)
                    .append(" sku=unicorn-")
                    .append(random.nextInt(100_000))
                    .append(" took=")
                    .append(random.nextInt(1000))
                    .append(i == 77_777 ? "ms trace=deadbeef-cafe" : "ms")
                    .append('\n');
        }
        return all.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void search(Lines lines, String what, Needle needle) throws InterruptedException {
        long[] first = new long[TIMES];
        long[] every = new long[TIMES];
        int hits = 0;
        for (int i = 0; i < TIMES; i++) {
            Search search = new Search(lines, needle, lines.count() - 1);
            long began = System.nanoTime();
            List<Thread> threads = new ArrayList<>();
            long[] seen = {0};
            for (int t = 0; t < Runtime.getRuntime().availableProcessors(); t++) {
                threads.add(Thread.ofPlatform().start(() -> {
                    while (search.step()) {
                        if (seen[0] == 0 && search.hits().next(0) >= 0) seen[0] = millis(began) + 1;
                    }
                }));
            }
            for (Thread thread : threads) thread.join();
            first[i] = seen[0] - 1;
            every[i] = millis(began);
            hits = search.hits().count();
        }
        System.out.printf(
                "%s: first hit after %,d ms, all %,d lines after %,d ms (%,d MB/s)%n",
                what, median(first), hits, median(every), (lines.size() >> 20) * 1000 / Math.max(1, median(every)));
    }

    private static void anywhere(Lines lines) {
        Random random = new Random(2);
        long[] took = new long[1000];
        for (int i = 0; i < took.length; i++) {
            int from = random.nextInt(lines.count() - 60);
            long began = System.nanoTime();
            for (int line = from; line < from + 60; line++)
                if (lines.line(line, 16 << 10).text().isEmpty()) throw new IllegalStateException("empty");
            took[i] = System.nanoTime() - began;
        }
        Arrays.sort(took);
        System.out.printf("60 lines anywhere: %,d µs (median), %,d µs (longest)%n", took[500] / 1000, took[999] / 1000);
    }

    private static void grep(List<String> command) throws IOException, InterruptedException {
        long[] took = new long[3];
        String found = "";
        for (int i = 0; i < took.length; i++) {
            long began = System.nanoTime();
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            found = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            if (process.waitFor() > 1) throw new UncheckedIOException(new IOException("grep failed"));
            took[i] = millis(began);
        }
        System.out.printf(
                "%s: %s lines, %,d ms%n",
                String.join(" ", command.subList(0, command.size() - 1)), found, median(took));
    }

    private static long millis(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }

    private static long median(long[] all) {
        long[] sorted = all.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
