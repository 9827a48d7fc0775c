package dev.vigie.demo.image;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// An image made of parts, each of which may be left at "quiet and healthy".
record Program(Pull pull, Journal journal, Doors doors, Use use, Lifespan lifespan, List<String> shells)
        implements Image {
    private static final Pull QUICK = new Pull.Fetched(Duration.ofMillis(1400));
    private static final List<String> USUAL_SHELLS = List.of("/bin/sh");

    /// A program that runs until it is stopped and opens every port.
    static Program writing(Journal journal) {
        return new Program(
                QUICK, journal, (port, path, age) -> 200, Use.steady(1, 12), container -> null, USUAL_SHELLS);
    }

    static Program unknown() {
        return writing(Journal.SILENT).pulled(new Pull.Unknown());
    }

    Program pulled(Pull answer) {
        return new Program(answer, journal, doors, use, lifespan, shells);
    }

    Program pulledIn(int millis) {
        return pulled(new Pull.Fetched(Duration.ofMillis(millis)));
    }

    Program opening(Doors some) {
        return new Program(pull, journal, some, use, lifespan, shells);
    }

    Program using(Use some) {
        return new Program(pull, journal, doors, some, lifespan, shells);
    }

    Program ending(Lifespan some) {
        return new Program(pull, journal, doors, use, some, shells);
    }

    Program ending(int millis, int exitCode) {
        End end = new End(Duration.ofMillis(millis), exitCode, exitCode == 0 ? "Completed" : "Error");
        return ending(container -> end);
    }

    /// Without any shell, as images that hold one binary.
    Program distroless() {
        return holding(List.of());
    }

    Program holding(List<String> some) {
        return new Program(pull, journal, doors, use, lifespan, List.copyOf(some));
    }

    @Override
    public @Nullable End end(ObjectNode container) {
        return lifespan.end(container);
    }

    @Override
    public int answers(int port, String path, Duration age) {
        return doors.answers(port, path, age);
    }

    @Override
    public Load load(Duration age, Instant now) {
        return use.load(age, now);
    }

    @Override
    public @Nullable Duration exceeds(long bytes) {
        return use.exceeds(bytes);
    }

    @Override
    public List<LogLine> log(ObjectNode container, Instant started, Instant from, Instant to) {
        Page page = new Page(container, started, from, to);
        journal.write(page);
        return page.lines();
    }
}
