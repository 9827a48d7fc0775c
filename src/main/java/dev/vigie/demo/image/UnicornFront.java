package dev.vigie.demo.image;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/// The shop's web server: a Node.js program with coloured log lines, access lines, now and then a burst, a stack trace
/// or a very long line.
final class UnicornFront {
    private static final int PORT = 3000;
    private static final String INFO = "\u001b[32minfo\u001b[39m";
    private static final String WARN = "\u001b[33mwarn\u001b[39m";
    private static final String ERROR = "\u001b[31merror\u001b[39m";
    private static final String DEBUG = "\u001b[34mdebug\u001b[39m";
    private static final Duration OPENS = Duration.ofMillis(1200);

    private UnicornFront() {}

    static Program version(String tag) {
        Program program = Program.writing(page -> write(page, tag)).pulledIn(2300);
        Use use = Use.waving(now -> 70 * Tide.visitors(now), 104);
        if (tag.startsWith("1.5.0")) return program.using(use).opening(UnicornFront::neverReady);
        return program.using(use)
                .opening(Doors.on(PORT, OPENS, "/", "/health", "/healthz", "/ready", "/metrics", "/products", "/cart"));
    }

    /// 1.5.0-rc waits for a database that nobody has made yet.
    private static int neverReady(int port, String path, Duration age) {
        if (port != PORT || age.compareTo(OPENS) < 0) return 0;
        return path.equals("/ready") ? 503 : 200;
    }

    private static void write(Page page, String tag) {
        boolean candidate = tag.startsWith("1.5.0");
        start(page, tag);
        if (candidate) {
            page.every(Duration.ofSeconds(15), (dice, begin, number) -> waiting(page, begin, number));
            return;
        }
        page.every(Duration.ofSeconds(2), (dice, begin, number) -> visits(page, dice, begin, number));
        page.every(Duration.ofSeconds(45), (dice, begin, number) -> hint(page, dice, begin));
        page.every(Duration.ofMinutes(6), (dice, begin, number) -> burst(page, dice, begin));
        page.every(Duration.ofMinutes(9), (dice, begin, number) -> mishap(page, dice, begin));
        page.every(Duration.ofMinutes(13), (dice, begin, number) -> snapshot(page, dice, begin));
    }

    private static void start(Page page, String tag) {
        page.out(310, "> unicorn-front@" + tag + " start");
        page.out(311, "> node --max-old-space-size=192 server.js");
        page.out(
                640, line(page.started().plusMillis(640), INFO, "configuration read from /etc/unicorn/app.properties"));
        page.out(
                905,
                line(page.started().plusMillis(905), INFO, "connected to mongo-0.mongo:27017 (replica set \"rs0\")"));
        page.out(
                1190,
                line(
                        page.started().plusMillis(1190),
                        INFO,
                        "\u001b[1m🦄 unicorn-front " + tag + "\u001b[22m listening on :" + PORT));
    }

    private static void waiting(Page page, Instant begin, long number) {
        Instant at = begin.plusMillis(2400);
        page.out(
                at,
                line(
                        at,
                        WARN,
                        "database \"wishes\" does not exist; answering 503 on /ready (attempt " + (number + 1) + ")"));
        if (number % 8 == 4) {
            Instant later = at.plusMillis(700);
            page.err(later, line(later, ERROR, "still not ready: has the migration job for \"wishes\" been run?"));
        }
    }

    private static void visits(Page page, SplittableRandom dice, Instant begin, long number) {
        int count = Shop.about(1.1 * Tide.visitors(begin), dice);
        for (int i = 0; i < count; i++) {
            Instant at = begin.plusMillis(dice.nextInt(2000));
            int code = dice.nextInt(60) == 0 ? 404 : dice.nextInt(9) == 0 ? 304 : 200;
            page.out(at, access(at, dice, code, Shop.one(Shop.PATHS, dice), 2 + dice.nextInt(60)));
        }
        if (number % 5 == 0) {
            Instant at = begin.plusMillis(400);
            page.out(
                    at,
                    "10.244.0.1 - - [%s] \"GET /health HTTP/1.1\" 200 2 \"-\" \"kube-probe/1.36\" 0.4 ms"
                            .formatted(Stamp.ACCESS.of(at)));
        }
    }

    private static String access(Instant at, SplittableRandom dice, int code, String path, int millis) {
        String colour = code < 300 ? "\u001b[32m" : code < 400 ? "\u001b[36m" : "\u001b[33m";
        return "%s - - [%s] \"GET %s HTTP/1.1\" %s%d\u001b[0m %d \"-\" \"%s\" %d ms"
                .formatted(
                        Shop.visitor(dice),
                        Stamp.ACCESS.of(at),
                        path,
                        colour,
                        code,
                        code == 304 ? 0 : 300 + dice.nextInt(18_000),
                        Shop.one(Shop.BROWSERS, dice),
                        millis);
    }

    private static void hint(Page page, SplittableRandom dice, Instant begin) {
        Instant at = begin.plusMillis(dice.nextInt(45_000));
        String product = Shop.one(Shop.PRODUCTS, dice);
        switch (dice.nextInt(4)) {
            case 0 -> page.out(at, line(at, DEBUG, "cache miss for " + product + ", asking api"));
            case 1 ->
                page.err(
                        at,
                        line(
                                at,
                                WARN,
                                "slow answer from api: GET /stock/" + product + " took " + (900 + dice.nextInt(1400))
                                        + " ms"));
            case 2 ->
                page.out(
                        at,
                        line(
                                at,
                                INFO,
                                "order %s placed: 1 × %s, %d,90 €"
                                        .formatted(Shop.hex(dice, 8), product, 9 + dice.nextInt(60))));
            default -> page.out(at, line(at, INFO, "session store: " + (20 + dice.nextInt(200)) + " sessions open"));
        }
    }

    /// Hundreds of lines within a second.
    private static void burst(Page page, SplittableRandom dice, Instant begin) {
        Instant at = begin.plusSeconds(40 + dice.nextInt(300));
        if (!page.shows(at, at.plusSeconds(2))) return;
        int count = 280 + dice.nextInt(240);
        page.out(at, line(at, INFO, "catalogue changed, warming the cache: " + count + " entries"));
        for (int i = 1; i <= count; i++) {
            Instant now = at.plusMillis(10 + i * 1000L / count);
            page.out(
                    now,
                    line(
                            now,
                            DEBUG,
                            "warmed %d/%d %s-%03d"
                                    .formatted(i, count, Shop.one(Shop.PRODUCTS, dice), dice.nextInt(1000))));
        }
        Instant end = at.plusMillis(1090);
        page.out(end, line(end, INFO, "cache warm in 1.1 s"));
    }

    private static void mishap(Page page, SplittableRandom dice, Instant begin) {
        Instant at = begin.plusSeconds(60 + dice.nextInt(420));
        page.out(at, access(at, dice, 500, "/cart/items", 12));
        page.err(at.plusMillis(1), line(at.plusMillis(1), ERROR, "unhandled error in GET /cart/items"));
        page.err(
                at.plusMillis(2),
                List.of(
                        "TypeError: Cannot read properties of undefined (reading 'price')",
                        "    at total (/app/src/cart.js:41:27)",
                        "    at Array.reduce (<anonymous>)",
                        "    at CartController.items (/app/src/cart.js:58:31)",
                        "    at Layer.handle [as handle_request] (/app/node_modules/express/lib/router/layer.js:95:5)",
                        "    at next (/app/node_modules/express/lib/router/route.js:149:13)",
                        "    at process.processTicksAndRejections (node:internal/process/task_queues:105:5)"));
    }

    /// One line of several thousand characters.
    private static void snapshot(Page page, SplittableRandom dice, Instant begin) {
        Instant at = begin.plusSeconds(30 + dice.nextInt(700));
        if (!page.shows(at, at.plusMillis(1))) return;
        StringBuilder json = new StringBuilder("{\"snapshot\":[");
        for (int i = 0; i < 90; i++) {
            if (i > 0) json.append(',');
            json.append("{\"sku\":\"").append(Shop.hex(dice, 6)).append("\",\"name\":\"");
            json.append(Shop.one(Shop.PRODUCTS, dice)).append("\",\"stock\":");
            json.append(dice.nextInt(500)).append('}');
        }
        page.out(at, line(at, DEBUG, json.append("]}").toString()));
    }

    private static String line(Instant at, String level, String text) {
        return "\u001b[90m" + Stamp.ISO.of(at) + "\u001b[39m " + level + ": " + text;
    }
}
