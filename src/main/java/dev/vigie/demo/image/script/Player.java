package dev.vigie.demo.image.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Plays acts: a very small shell.
final class Player {
    private static final int MOST_ROUNDS = 200_000;
    private static final int ROUND = 20;
    private static final int SAY_PACE = 1;

    /// What the last act wants of those around it.
    enum Wish {
        NONE,
        BREAK,
        CONTINUE,
        EXIT
    }

    private final Stage stage;
    private final Map<String, String> variables;
    private final List<StringBuilder> captured = new ArrayList<>();
    private Act.Output output = Act.Output.OUT;
    private Wish wish = Wish.NONE;
    private boolean endless;
    private int code;

    Player(Stage stage, Map<String, String> environment) {
        this.stage = stage;
        variables = new HashMap<>(environment);
    }

    Stage stage() {
        return stage;
    }

    Map<String, String> variables() {
        return variables;
    }

    int code() {
        return code;
    }

    /// Whether it was stopped in something that does not end.
    boolean endless() {
        return endless;
    }

    void wish(Wish some) {
        wish = some;
    }

    int exit(int with) {
        wish = Wish.EXIT;
        return with;
    }

    /// Something that runs until it is stopped.
    int stay() {
        endless = true;
        return exit(0);
    }

    void say(boolean error, String text) {
        if (!captured.isEmpty()) {
            if (!error) captured.getLast().append(text).append('\n');
            return;
        }
        switch (output) {
            case OUT -> stage.say(error, text);
            case ERR -> stage.say(true, text);
            case NOWHERE -> {
                if (error) stage.say(true, text);
            }
        }
        stage.pass(SAY_PACE);
    }

    /// The output of a command in `$(…)`, without the ends of lines at its end.
    String capture(String script) {
        if (captured.size() > 8) return "";
        captured.add(new StringBuilder());
        play(Reading.of(script));
        return captured.removeLast().toString().stripTrailing();
    }

    int play(Act act) {
        if (wish != Wish.NONE) return code;
        if (stage.over()) {
            endless = true;
            return exit(code);
        }
        code = switch (act) {
            case Act.Command command -> command(command);
            case Act.Sequence sequence -> sequence(sequence);
            case Act.Chain chain -> chain(chain);
            case Act.Not not -> play(not.act()) == 0 ? 1 : 0;
            case Act.Loop loop -> loop(loop);
            case Act.For each -> each(each);
            case Act.If choice -> choice(choice);
        };
        return code;
    }

    private int command(Act.Command command) {
        Act.Output before = output;
        if (command.output() != Act.Output.OUT) output = command.output();
        int done = new Programs(this).run(new Expansion(this).all(command.words()));
        output = before;
        return done;
    }

    private int sequence(Act.Sequence sequence) {
        int last = 0;
        for (Act each : sequence.acts()) {
            last = play(each);
            if (wish != Wish.NONE) break;
        }
        return last;
    }

    private int chain(Act.Chain chain) {
        int left = play(chain.left());
        return wish == Wish.NONE && left == 0 == chain.ifWell() ? play(chain.right()) : left;
    }

    private int choice(Act.If choice) {
        boolean holds = play(choice.condition()) == 0;
        if (wish != Wish.NONE) return code;
        return play(holds ? choice.then() : choice.otherwise());
    }

    private int each(Act.For each) {
        int last = 0;
        for (String word : new Expansion(this).all(each.words())) {
            variables.put(each.variable(), word);
            last = play(each.body());
            if (ended()) break;
        }
        return last;
    }

    private int loop(Act.Loop loop) {
        boolean same = Sameness.everyRound(loop);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            long begin = stage.now();
            boolean holds = play(loop.condition()) == 0;
            if (wish == Wish.EXIT) return code;
            if (holds == loop.until()) return 0;
            play(loop.body());
            if (ended()) return code;
            long took = stage.now() - begin;
            if (took < ROUND) stage.pass(ROUND - took);
            if (same) leap(Math.max(ROUND, took));
            if (stage.over()) break;
        }
        return stay();
    }

    /// Rounds that are all the same need not be played until somebody looks.
    private void leap(long round) {
        long rounds = stage.untilWatched() / round - 1;
        if (rounds > 0) stage.pass(rounds * round);
    }

    /// After a round of a loop: whether it was the last one.
    private boolean ended() {
        if (wish == Wish.CONTINUE) wish = Wish.NONE;
        if (wish == Wish.BREAK) {
            wish = Wish.NONE;
            return true;
        }
        return wish == Wish.EXIT;
    }
}
