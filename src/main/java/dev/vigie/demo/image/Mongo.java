package dev.vigie.demo.image;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/// The database: much memory, and logs of one JSON object a line.
final class Mongo {
    private static final List<String> CLIENTS = List.of("10.244.1.14", "10.244.2.9", "10.244.1.17", "10.244.2.21");

    private Mongo() {}

    static Program version() {
        return Program.writing(Mongo::write)
                .pulledIn(8700)
                .using(Use.waving(now -> 60 + 40 * Tide.visitors(now), 1180))
                .opening(Doors.on(27017, Duration.ofSeconds(4)))
                .holding(List.of("/bin/bash", "/bin/sh"));
    }

    private static void write(Page page) {
        start(page);
        page.every(Duration.ofSeconds(15), (dice, begin, number) -> connection(page, dice, begin, number));
        page.every(Duration.ofSeconds(60), (dice, begin, number) -> checkpoint(page, begin));
        page.every(Duration.ofMinutes(4), (dice, begin, number) -> slow(page, dice, begin));
        page.every(Duration.ofMinutes(19), (dice, begin, number) -> heartbeat(page, dice, begin));
    }

    private static void start(Page page) {
        Instant at = page.started();
        say(
                page,
                at.plusMillis(210),
                "I",
                "CONTROL",
                23285,
                "main",
                "Automatically disabling TLS 1.0, to force-enable TLS 1.0 specify --sslDisabledProtocols 'none'",
                "{}");
        say(
                page,
                at.plusMillis(240),
                "I",
                "CONTROL",
                4615611,
                "initandlisten",
                "MongoDB starting",
                "{\"pid\":1,\"port\":27017,\"dbPath\":\"/data/db\",\"architecture\":\"64-bit\",\"host\":\"mongo\"}");
        say(
                page,
                at.plusMillis(244),
                "I",
                "CONTROL",
                23403,
                "initandlisten",
                "Build Info",
                "{\"buildInfo\":{\"version\":\"8.0.16\",\"modules\":[],\"allocator\":\"tcmalloc-google\"}}");
        say(
                page,
                at.plusMillis(300),
                "I",
                "STORAGE",
                22315,
                "initandlisten",
                "Opening WiredTiger",
                "{\"config\":\"create,cache_size=1024M,session_max=33000,eviction=(threads_min=4,threads_max=4)\"}");
        open(page, at);
    }

    private static void open(Page page, Instant at) {
        say(
                page,
                at.plusMillis(2900),
                "W",
                "CONTROL",
                22178,
                "initandlisten",
                "Soft rlimits for open file descriptors too low",
                "{\"currentValue\":1024,\"recommendedMinimum\":64000}");
        say(
                page,
                at.plusMillis(3700),
                "I",
                "REPL",
                21311,
                "initandlisten",
                "Did not find local initialized voted for document at startup",
                "{}");
        say(
                page,
                at.plusMillis(3950),
                "I",
                "NETWORK",
                23016,
                "listener",
                "Waiting for connections",
                "{\"port\":27017,\"ssl\":\"off\"}");
    }

    private static void connection(Page page, SplittableRandom dice, Instant begin, long number) {
        if (number == 0) return;
        Instant at = begin.plusMillis(dice.nextInt(12_000));
        String remote = Shop.one(CLIENTS, dice) + ":" + (32768 + dice.nextInt(28_000));
        long id = number * 2 + dice.nextInt(2);
        String attributes = "{\"remote\":\"%s\",\"connectionId\":%d,\"connectionCount\":%d}"
                .formatted(remote, id, 11 + dice.nextInt(6));
        say(page, at, "I", "NETWORK", 22943, "listener", "Connection accepted", attributes);
        Instant end = at.plusMillis(40 + dice.nextInt(2900));
        say(page, end, "I", "NETWORK", 22944, "conn" + id, "Connection ended", attributes);
    }

    private static void checkpoint(Page page, Instant begin) {
        Instant at = begin.plusMillis(5120);
        say(
                page,
                at,
                "I",
                "WTCHKPT",
                22430,
                "Checkpointer",
                "WiredTiger message",
                "{\"message\":{\"category_id\":7,\"verbose_level\":\"DEBUG_1\",\"msg\":\"saving checkpoint snapshot min: %d\"}}"
                        .formatted(at.getEpochSecond() % 100_000));
    }

    private static void slow(Page page, SplittableRandom dice, Instant begin) {
        Instant at = begin.plusSeconds(10 + dice.nextInt(220));
        int millis = 110 + dice.nextInt(1400);
        say(
                page,
                at,
                "I",
                "COMMAND",
                51803,
                "conn" + dice.nextInt(10, 60),
                "Slow query",
                ("{\"type\":\"command\",\"ns\":\"shop.orders\",\"command\":{\"find\":\"orders\",\"filter\":{\"customer.city\":\"%s\"}},"
                                + "\"planSummary\":\"COLLSCAN\",\"docsExamined\":%d,\"nreturned\":%d,\"durationMillis\":%d}")
                        .formatted(
                                Shop.one(List.of("Besançon", "Köln", "Łódź", "東京"), dice),
                                40_000 + dice.nextInt(90_000),
                                dice.nextInt(40),
                                millis));
    }

    private static void heartbeat(Page page, SplittableRandom dice, Instant begin) {
        Instant at = begin.plusSeconds(30 + dice.nextInt(1000));
        say(
                page,
                at,
                "E",
                "REPL",
                21798,
                "ReplCoord-" + dice.nextInt(9),
                "Heartbeat to member took too long",
                "{\"target\":\"mongo-1.mongo:27017\",\"durationMillis\":%d}".formatted(10_000 + dice.nextInt(900)));
    }

    private static void say(
            Page page,
            Instant at,
            String level,
            String component,
            int id,
            String context,
            String message,
            String attributes) {
        page.out(
                at,
                "{\"t\":{\"$date\":\"%s\"},\"s\":\"%s\",  \"c\":\"%s\",  \"id\":%d,\"ctx\":\"%s\",\"msg\":\"%s\",\"attr\":%s}"
                        .formatted(Stamp.MONGO.of(at), level, component, id, context, message, attributes));
    }
}
