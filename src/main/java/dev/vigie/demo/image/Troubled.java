package dev.vigie.demo.image;

import dev.vigie.demo.model.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/// Programs from which something is to be learnt: one leaks, one is never ready, one starts slowly, two crash.
final class Troubled {
    private static final int LEAK = 30;
    private static final int BASE = 26;

    private Troubled() {}

    /// Takes 30 MiB more each minute, until the limit of its container ends it.
    static Program thumbnailer() {
        return Program.writing(Troubled::thumbnails)
                .using(Use.leaking(140, BASE, LEAK))
                .opening(Doors.on(8080, Duration.ofMillis(600), "/", "/health"));
    }

    private static void thumbnails(Page page) {
        logfmt(page, 120, "info", "msg=\"thumbnailer 0.9.3 starts\" workers=4 cache=unbounded");
        logfmt(page, 480, "info", "msg=\"listening\" addr=:8080");
        page.every(Duration.ofSeconds(3), (dice, begin, number) -> thumbnail(page, dice, begin, number));
    }

    private static void thumbnail(Page page, SplittableRandom dice, Instant begin, long number) {
        Instant at = begin.plusMillis(700 + dice.nextInt(2200));
        long heap = BASE - 8 + LEAK * number * 3 / 60;
        long limit = mebibytes(Json.text(page.container(), "resources", "limits", "memory"));
        logfmt(
                page,
                at,
                "info",
                "msg=\"thumbnail made\" source=%s.jpg width=320 took=%dms heap_mib=%d cached=%d"
                        .formatted(
                                Shop.one(Shop.PRODUCTS, dice),
                                40 + dice.nextInt(300),
                                heap,
                                number * 61 + dice.nextInt(40)));
        if (limit == 0 || heap * 100 < limit * 70) return;
        String level = heap * 100 > limit * 88 ? "error" : "warn";
        logfmt(
                page,
                at.plusMillis(20),
                level,
                "msg=\"memory is running out\" heap_mib=%d limit_mib=%d evicted=0".formatted(heap, limit));
    }

    private static long mebibytes(String quantity) {
        if (quantity.matches("[0-9]+Mi")) return Long.parseLong(quantity.substring(0, quantity.length() - 2));
        if (quantity.matches("[0-9]+Gi")) return Long.parseLong(quantity.substring(0, quantity.length() - 2)) * 1024;
        return 0;
    }

    private static void logfmt(Page page, long millis, String level, String rest) {
        logfmt(page, page.started().plusMillis(millis), level, rest);
    }

    private static void logfmt(Page page, Instant at, String level, String rest) {
        page.err(at, "ts=" + Stamp.ISO.of(at) + " level=" + level + " " + rest);
    }

    /// Runs well, but answers 503 on `/ready` because a service that it needs does not exist.
    static Program checkout() {
        return Program.writing(Troubled::payments)
                .using(Use.steady(4, 41))
                .opening((port, path, age) -> port != 8080 || age.toMillis() < 900
                        ? 0
                        : path.equals("/ready") ? 503 : path.isEmpty() || path.equals("/health") ? 200 : 404);
    }

    private static void payments(Page page) {
        logfmt(page, 140, "info", "msg=\"checkout 3.1.0 starts\" payments=http://payments");
        logfmt(page, 870, "info", "msg=\"listening\" addr=:8080");
        page.every(Duration.ofSeconds(10), (dice, begin, number) -> {
            Instant at = begin.plusMillis(1400);
            logfmt(
                    page,
                    at,
                    "error",
                    "msg=\"payments cannot be reached\" err=\"dial tcp: lookup payments on"
                            + " 10.96.0.10:53: no such host\" attempt=" + (number + 1));
            logfmt(page, at.plusMillis(3), "warn", "msg=\"not ready\" path=/ready status=503 reason=payments");
        });
    }

    /// Needs most of a minute before it listens.
    static Program catalog() {
        return Program.writing(Troubled::slowly)
                .pulledIn(5200)
                .using(Use.steady(9, 310))
                .opening(Doors.on(8080, Duration.ofSeconds(48), "/", "/health", "/ready"));
    }

    private static void slowly(Page page) {
        String[] steps = {
            "reading 48,211 products",
            "building the search index: 25 %",
            "building the search index: 50 %",
            "building the search index: 75 %",
            "search index built",
            "listening on :8080"
        };
        for (int i = 0; i < steps.length; i++) {
            Instant at = page.started().plusMillis(1300 + i * 9300L);
            page.out(at, Stamp.ISO.of(at) + " INFO  catalog - " + steps[i]);
        }
        page.every(Duration.ofSeconds(20), (dice, begin, number) -> {
            Instant at = begin.plusMillis(dice.nextInt(20_000));
            if (number < 3) return;
            page.out(
                    at,
                    "%s INFO  catalog - search for \"%s\": %d hits in %d ms"
                            .formatted(
                                    Stamp.ISO.of(at),
                                    Shop.one(Shop.PRODUCTS, dice),
                                    dice.nextInt(40),
                                    dice.nextInt(1, 30)));
        });
    }

    /// Ends with code 1 after two seconds, with a stack trace of Node.js.
    static Program mailer() {
        return Program.writing(Troubled::refused)
                .ending(2100, 1)
                .using(Use.steady(30, 38))
                .opening(Doors.none());
    }

    private static void refused(Page page) {
        page.out(320, "> mailer@2.0.1 start");
        page.out(321, "> node index.js");
        page.out(760, "mailer 2.0.1: connecting to smtp://mail-relay:25 …");
        page.err(
                page.started().plusMillis(2040),
                List.of(
                        "node:events:485",
                        "      throw er; // Unhandled 'error' event",
                        "      ^",
                        "",
                        "Error: getaddrinfo ENOTFOUND mail-relay",
                        "    at GetAddrInfoReqWrap.onlookupall [as oncomplete] (node:dns:122:26)",
                        "Emitted 'error' event on SMTPConnection instance at:",
                        "    at SMTPConnection._onError (/app/node_modules/nodemailer/lib/smtp-connection/index.js:800:14) {",
                        "  errno: -3008,",
                        "  code: 'ENOTFOUND',",
                        "  syscall: 'getaddrinfo',",
                        "  hostname: 'mail-relay'",
                        "}",
                        "",
                        "Node.js v24.11.1"));
    }

    /// A job that fails with code 2 after four seconds, with a stack trace of Python.
    static Program stockImport() {
        return Program.writing(Troubled::badRow)
                .ending(4200, 2)
                .using(Use.steady(180, 64))
                .opening(Doors.none());
    }

    private static void badRow(Page page) {
        python(page, 400, "INFO", "reading /data/stock.csv");
        python(page, 1900, "INFO", "4211 of 9846 rows imported");
        python(page, 3900, "ERROR", "row 4212 cannot be read, giving up");
        page.err(
                page.started().plusMillis(3910),
                List.of(
                        "Traceback (most recent call last):",
                        "  File \"/app/import.py\", line 73, in <module>",
                        "    main()",
                        "  File \"/app/import.py\", line 61, in main",
                        "    rows.append(parse(line))",
                        "                ~~~~~^^^^^^",
                        "  File \"/app/import.py\", line 28, in parse",
                        "    return Row(sku=cells[0], stock=int(cells[2]))",
                        "ValueError: invalid literal for int() with base 10: 'douze'"));
    }

    /// A job that ends well after some seconds.
    static Program report() {
        return Program.writing(Troubled::daily)
                .ending(12_000, 0)
                .using(Use.steady(220, 72))
                .opening(Doors.none());
    }

    private static void daily(Page page) {
        SplittableRandom dice = new SplittableRandom(page.started().getEpochSecond());
        int orders = 300 + dice.nextInt(900);
        python(page, 500, "INFO", "report of " + page.started().toString().substring(0, 10) + " begins");
        python(page, 1400, "INFO", orders + " orders read from mongo");
        for (int i = 1; i <= 4; i++) python(page, 1400 + i * 2100L, "INFO", "summing up: " + i * 25 + " %");
        python(page, 9900, "WARNING", dice.nextInt(1, 9) + " orders without a country were left out");
        python(page, 11_400, "INFO", "bestseller: " + Shop.one(Shop.PRODUCTS, dice));
        python(page, 11_900, "INFO", "report written, %d,40 € in all".formatted(orders * 31));
    }

    private static void python(Page page, long millis, String level, String text) {
        Instant at = page.started().plusMillis(millis);
        page.err(at, Stamp.PYTHON.of(at) + " " + level + " " + text);
    }
}
