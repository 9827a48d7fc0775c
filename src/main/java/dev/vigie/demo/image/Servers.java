package dev.vigie.demo.image;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/// Web servers and caches from the public registry, as everybody knows them.
final class Servers {
    private static final Duration SOON = Duration.ofMillis(300);

    private Servers() {}

    static Program nginx(String tag) {
        return Program.writing(page -> nginx(page, version(tag, "1.29.3")))
                .using(Use.steady(1, 9))
                .opening(Doors.on(80, SOON, "/", "/index.html"));
    }

    private static String version(String tag, String otherwise) {
        String number = tag.replaceFirst("-.*", "");
        return number.matches("\\d+\\.\\d+\\.\\d+") ? number : otherwise;
    }

    private static void nginx(Page page, String version) {
        String entry = "/docker-entrypoint.sh: ";
        page.out(20, entry + "/docker-entrypoint.d/ is not empty, will attempt to perform configuration");
        page.out(21, entry + "Looking for shell scripts in /docker-entrypoint.d/");
        page.out(24, entry + "Launching /docker-entrypoint.d/10-listen-on-ipv6-by-default.sh");
        page.out(31, "10-listen-on-ipv6-by-default.sh: info: Enabled listen on IPv6 in /etc/nginx/conf.d/default.conf");
        page.out(44, entry + "Launching /docker-entrypoint.d/20-envsubst-on-templates.sh");
        page.out(52, entry + "Launching /docker-entrypoint.d/30-tune-worker-processes.sh");
        page.out(58, entry + "Configuration complete; ready for start up");
        String[] notices = {
            "using the \"epoll\" event method",
            "nginx/" + version,
            "OS: Linux 6.12.48+deb13-amd64",
            "start worker processes",
            "start worker process 29",
            "start worker process 30"
        };
        for (int i = 0; i < notices.length; i++) {
            Instant at = page.started().plusMillis(90 + i);
            page.err(at, Stamp.NGINX.of(at) + " [notice] 1#1: " + notices[i]);
        }
        page.every(Duration.ofSeconds(40), (dice, begin, number) -> visit(page, dice, begin));
        page.every(Duration.ofMinutes(9), (dice, begin, number) -> absent(page, dice, begin));
    }

    private static void visit(Page page, SplittableRandom dice, Instant begin) {
        Instant at = begin.plusMillis(1000 + dice.nextInt(39_000));
        page.out(
                at,
                "%s - - [%s] \"GET / HTTP/1.1\" 200 615 \"-\" \"%s\" \"-\""
                        .formatted(Shop.visitor(dice), Stamp.ACCESS.of(at), Shop.one(Shop.BROWSERS, dice)));
    }

    private static void absent(Page page, SplittableRandom dice, Instant begin) {
        Instant at = begin.plusSeconds(20 + dice.nextInt(500));
        String who = Shop.visitor(dice);
        page.err(
                at,
                ("%s [error] 29#29: *%d open() \"/usr/share/nginx/html/favicon.ico\" failed (2: No such file or directory),"
                                + " client: %s, server: localhost, request: \"GET /favicon.ico HTTP/1.1\", host: \"hello\"")
                        .formatted(Stamp.NGINX.of(at), 10 + dice.nextInt(900), who));
        page.out(
                at,
                "%s - - [%s] \"GET /favicon.ico HTTP/1.1\" 404 153 \"-\" \"%s\" \"-\""
                        .formatted(who, Stamp.ACCESS.of(at), Shop.one(Shop.BROWSERS, dice)));
    }

    static Program httpd() {
        return Program.writing(page -> {
                    page.err(
                            60,
                            "AH00558: httpd: Could not reliably determine the server's fully qualified domain name."
                                    + " Set the 'ServerName' directive globally to suppress this message");
                    Instant at = page.started().plusMillis(75);
                    page.err(
                            at,
                            "[%s] [mpm_event:notice] [pid 1:tid 1] AH00489: Apache/2.4.65 (Unix) configured -- resuming normal operations"
                                    .formatted(Stamp.NGINX.of(at)));
                    page.every(Duration.ofSeconds(90), (dice, begin, number) -> visit(page, dice, begin));
                })
                .using(Use.steady(1, 11))
                .opening(Doors.on(80, SOON, "/"));
    }

    static Program redis() {
        return Program.writing(Servers::redis).using(Use.steady(3, 11)).opening(Doors.on(6379, SOON));
    }

    private static void redis(Page page) {
        String[] steps = {
            "oO0OoO0OoO0Oo Redis is starting oO0OoO0OoO0Oo",
            "Redis version=8.2.2, bits=64, commit=00000000, modified=0, pid=1, just started",
            "Configuration loaded",
            "monotonic clock: POSIX clock_gettime",
            "Running mode=standalone, port=6379.",
            "Server initialized",
            "Ready to accept connections tcp"
        };
        for (int i = 0; i < steps.length; i++) {
            Instant at = page.started().plusMillis(30 + 2L * i);
            page.out(at, "1:%s %s * %s".formatted(i < 3 ? "C" : "M", Stamp.REDIS.of(at), steps[i]));
        }
        page.every(Duration.ofMinutes(5), (dice, begin, number) -> {
            Instant at = begin.plusSeconds(60 + dice.nextInt(200));
            page.out(
                    at,
                    "1:M %s * %d changes in 300 seconds. Saving..."
                            .formatted(Stamp.REDIS.of(at), 100 + dice.nextInt(900)));
            Instant done = at.plusMillis(104);
            page.out(done, "1:M " + Stamp.REDIS.of(done) + " * Background saving terminated with success");
        });
    }

    static Program postgres() {
        return Program.writing(page -> {
                    String[] steps = {
                        "starting PostgreSQL 18.1 on x86_64-pc-linux-musl, 64-bit",
                        "listening on IPv4 address \"0.0.0.0\", port 5432",
                        "database system is ready to accept connections"
                    };
                    for (int i = 0; i < steps.length; i++) {
                        Instant at = page.started().plusMillis(400 + 60L * i);
                        page.err(at, Stamp.POSTGRES.of(at) + " [1] LOG:  " + steps[i]);
                    }
                })
                .using(Use.steady(4, 48))
                .opening(Doors.on(5432, Duration.ofSeconds(1)));
    }

    /// The image of the autoscaler's walkthrough: half a core and more, up and down within ten minutes.
    static Program loaded() {
        return Program.writing(Journal.SILENT)
                .using(Use.waving(now -> 30 + 260 * Tide.of(now, Duration.ofMinutes(10)), 14))
                .opening(Doors.on(80, SOON, "/", "/index.php"));
    }

    /// A shell and its tools; what it does is said by the container's command.
    static Program shell() {
        return Program.writing(Journal.SILENT).pulledIn(900).using(Use.steady(1, 1));
    }
}
