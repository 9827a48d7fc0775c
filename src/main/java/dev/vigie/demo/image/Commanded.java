package dev.vigie.demo.image;

import dev.vigie.demo.image.script.Script;
import dev.vigie.demo.model.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// An image whose program gives way to a container's own `command`, as far as that is a script that can be played.
/// `usual` is what it runs when nothing else is said; empty for its own program.
record Commanded(Program program, List<String> usual, Map<Words, Script> scripts) implements Image {
    private static final int REMEMBERED = 100;

    static Commanded of(Program program, String... usual) {
        return new Commanded(program, List.of(usual), new ConcurrentHashMap<>());
    }

    /// A command line with the variables it sees.
    record Words(List<String> words, Map<String, String> environment) {}

    private @Nullable Script script(ObjectNode container) {
        List<String> words = words(container);
        boolean shell = !usual.isEmpty();
        if (words.isEmpty() || (!shell && !Script.plays(words))) return null;
        if (typed(container) && Script.plays(words)) return null;
        Words asked = new Words(words, environment(container));
        if (scripts.size() > REMEMBERED) scripts.clear();
        return scripts.computeIfAbsent(asked, key -> Script.of(filled(key), key.environment));
    }

    /// Runs for somebody who types, and until they are done.
    private static boolean typed(ObjectNode container) {
        return Json.is(container, "stdin");
    }

    private List<String> words(ObjectNode container) {
        List<String> words = new ArrayList<>(texts(container, "command"));
        boolean own = words.isEmpty();
        List<String> arguments = texts(container, "args");
        if (own && usual.isEmpty() && !Script.plays(arguments)) return List.of();
        if (own && arguments.isEmpty()) return usual;
        words.addAll(arguments);
        return words;
    }

    private static List<String> texts(ObjectNode container, String field) {
        return Json.list(container, field).stream().map(JsonNode::asString).toList();
    }

    private static Map<String, String> environment(ObjectNode container) {
        Map<String, String> all = new HashMap<>();
        for (JsonNode each : Json.list(container, "env")) all.put(Json.text(each, "name"), Json.text(each, "value"));
        return all;
    }

    /// The kubelet fills in `$(NAME)` itself.
    private static List<String> filled(Words key) {
        return key.words.stream()
                .map(word -> {
                    String text = word;
                    for (var each : key.environment.entrySet())
                        text = text.replace("$(" + each.getKey() + ")", each.getValue());
                    return text;
                })
                .toList();
    }

    @Override
    public Pull pull() {
        return program.pull();
    }

    @Override
    public @Nullable End end(ObjectNode container) {
        Script script = script(container);
        if (script == null) return program.end(container);
        Script.Ending ending = script.end();
        if (ending == null) return null;
        String reason = ending.found() ? ending.code() == 0 ? "Completed" : "Error" : "StartError";
        return new End(ending.after(), ending.code(), reason);
    }

    @Override
    public int answers(int port, String path, Duration age) {
        return program.answers(port, path, age);
    }

    @Override
    public Load load(Duration age, Instant now) {
        return program.load(age, now);
    }

    @Override
    public @Nullable Duration exceeds(long bytes) {
        return program.exceeds(bytes);
    }

    @Override
    public List<LogLine> log(ObjectNode container, Instant started, Instant from, Instant to) {
        Script script = script(container);
        if (script == null) return program.log(container, started, from, to);
        List<LogLine> lines = new ArrayList<>();
        script.play(
                started, from, to, (at, error, text) -> lines.add(new LogLine(at, error ? "stderr" : "stdout", text)));
        return List.copyOf(lines);
    }

    @Override
    public List<String> shells() {
        return program.shells();
    }
}
