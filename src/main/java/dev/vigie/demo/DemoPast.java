package dev.vigie.demo;

import dev.vigie.demo.api.Api;
import dev.vigie.demo.content.Certificates;
import dev.vigie.demo.content.Content;
import dev.vigie.demo.control.Life;
import dev.vigie.demo.web.SelfSigned;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// The demo cluster before anybody can reach it: all that happened in it so far. Made ahead where the demo may be
/// wanted
/// soon, so that it then opens at once. For one thread at a time.
public final class DemoPast {
    final PlayedClock clock;
    final Surroundings around;
    final Api api;
    final Life life;
    private final InstantSource real;
    private final History history;
    private volatile String address = "";

    private DemoPast(InstantSource real) {
        this.real = real;
        clock = new PlayedClock(real);
        around = new Surroundings(clock);
        api = new Api(clock, () -> address, around);
        life = new Life(api.objects(), clock, around.images());
        around.meet(api.objects());
        history = new History(life, api, clock);
    }

    /// Plays all up to now, which takes some tenths of a second; nothing listens anywhere afterwards.
    public static DemoPast played() {
        return played(InstantSource.system());
    }

    static DemoPast played(InstantSource real) {
        DemoPast past = new DemoPast(real);
        Instant now = real.instant();
        past.history.play(Content.steps(now, DemoPast::certificate), now);
        return past;
    }

    /// Nothing stands there.
    static DemoPast none() {
        return new DemoPast(InstantSource.system());
    }

    private static Certificates.Pair certificate(List<String> hosts, Duration runsOut) {
        Instant now = Instant.now();
        SelfSigned made = SelfSigned.of(hosts.getFirst(), hosts, now.minus(Duration.ofDays(60)), now.plus(runsOut));
        return new Certificates.Pair(made.certificatePem(), made.keyPem());
    }

    /// Time goes on: what has happened since is played too, and the clock shows the real time from now on.
    void present(String where) {
        address = where;
        history.playTo(real.instant());
        clock.letGo();
    }
}
