package dev.vigie.demo.image;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/// The shop's API: a Java program with levels in columns and stack traces with their causes.
final class ShopApi {
    private static final int PORT = 8080;
    private static final int METRICS = 9090;
    private static final int OPENS = 6400;

    private ShopApi() {}

    static Program version(String tag) {
        return Program.writing(page -> write(page, tag))
                .pulledIn(3600)
                .using(Use.waving(now -> 45 * Tide.visitors(now), 286))
                .opening(ShopApi::answers);
    }

    private static int answers(int port, String path, Duration age) {
        if (age.toMillis() < OPENS) return 0;
        if (port == METRICS) return path.isEmpty() || path.equals("/metrics") ? 200 : 404;
        if (port != PORT) return 0;
        return path.isEmpty()
                        || path.equals("/")
                        || path.startsWith("/health")
                        || path.startsWith("/stock")
                        || path.equals("/ready")
                ? 200
                : 404;
    }

    private static void write(Page page, String tag) {
        start(page, tag);
        page.every(Duration.ofSeconds(3), (dice, begin, number) -> call(page, dice, begin));
        page.every(Duration.ofSeconds(70), (dice, begin, number) -> remark(page, dice, begin));
        page.every(Duration.ofMinutes(7), (dice, begin, number) -> timeout(page, dice, begin));
    }

    private static void start(Page page, String tag) {
        Instant at = page.started();
        say(
                page,
                at.plusMillis(900),
                " INFO",
                "main",
                "e.shop.api.Application",
                "Starting api " + tag + " using Java 25.0.1 with PID 1 (/app/api.jar started by app in /app)");
        say(page, at.plusMillis(1800), " INFO", "main", "e.shop.api.Settings", "Active profile: shop");
        say(
                page,
                at.plusMillis(3900),
                " INFO",
                "main",
                "o.m.driver.client",
                "Cluster created: hosts=[mongo-0.mongo:27017]");
        say(
                page,
                at.plusMillis(6100),
                " INFO",
                "main",
                "e.shop.api.Server",
                "Listening on port 8080 (http) and port 9090 (metrics)");
        say(page, at.plusMillis(6390), " INFO", "main", "e.shop.api.Application", "Started api in 6.39 seconds");
    }

    private static void call(Page page, SplittableRandom dice, Instant begin) {
        int count = Shop.about(1.2 * Tide.visitors(begin), dice);
        for (int i = 0; i < count; i++) {
            Instant at = begin.plusMillis(dice.nextInt(3000));
            if (at.isBefore(page.started().plusMillis(OPENS))) continue;
            String product = Shop.one(Shop.PRODUCTS, dice);
            say(
                    page,
                    at,
                    " INFO",
                    "http-" + dice.nextInt(1, 9),
                    "e.shop.api.Stock",
                    "stock of %s asked: %d left (%d ms, trace %s)"
                            .formatted(product, dice.nextInt(400), 1 + dice.nextInt(40), Shop.hex(dice, 16)));
        }
    }

    private static void remark(Page page, SplittableRandom dice, Instant begin) {
        Instant at = begin.plusSeconds(8).plusMillis(dice.nextInt(60_000));
        switch (dice.nextInt(3)) {
            case 0 ->
                say(page, at, "DEBUG", "pool-1", "e.shop.api.Cache", "evicted " + dice.nextInt(1, 60) + " entries");
            case 1 ->
                say(
                        page,
                        at,
                        " WARN",
                        "http-" + dice.nextInt(1, 9),
                        "e.shop.api.Prices",
                        "no price in EUR for " + Shop.one(Shop.PRODUCTS, dice) + ", falling back to the list price");
            default ->
                say(
                        page,
                        at,
                        " INFO",
                        "gc",
                        "e.shop.api.Memory",
                        "pause young %d MB → %d MB in %d ms"
                                .formatted(180 + dice.nextInt(60), 90 + dice.nextInt(40), 2 + dice.nextInt(9)));
        }
    }

    private static void timeout(Page page, SplittableRandom dice, Instant begin) {
        Instant at = begin.plusSeconds(30 + dice.nextInt(360));
        if (!page.shows(at, at.plusMillis(5))) return;
        String thread = "http-" + dice.nextInt(1, 9);
        say(page, at, "ERROR", thread, "e.shop.api.Orders", "order " + Shop.hex(dice, 8) + " could not be saved");
        page.out(
                at.plusNanos(200_000),
                List.of(
                        "example.shop.api.OrderFailed: saving took longer than 2000 ms",
                        "\tat example.shop.api.Orders.save(Orders.java:88)",
                        "\tat example.shop.api.Orders.lambda$place$3(Orders.java:61)",
                        "\tat example.shop.api.Retry.once(Retry.java:24)",
                        "\tat example.shop.api.Orders.place(Orders.java:59)",
                        "\tat java.base/java.lang.VirtualThread.run(VirtualThread.java:456)",
                        "Caused by: com.mongodb.MongoTimeoutException: Timed out after 2000 ms while waiting for a server that matches"
                                + " WritableServerSelector. Client view of cluster state is {type=REPLICA_SET,"
                                + " servers=[{address=mongo-0.mongo:27017, type=REPLICA_SET_PRIMARY, state=CONNECTED}]",
                        "\tat com.mongodb.internal.connection.BaseCluster.createTimeoutException(BaseCluster.java:407)",
                        "\tat com.mongodb.internal.connection.BaseCluster.selectServer(BaseCluster.java:118)",
                        "\t... 14 more"));
        say(page, at.plusMillis(2), " INFO", thread, "e.shop.api.Retry", "second attempt succeeded");
    }

    private static void say(Page page, Instant at, String level, String thread, String logger, String text) {
        page.out(at, "%s %s 1 --- [%8s] %-24s : %s".formatted(Stamp.ISO.of(at), level, thread, logger, text));
    }
}
