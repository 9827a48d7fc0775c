package dev.vigie.demo.image.script;

import java.util.List;

/// Tells whether every round of a loop is like the first one: when nothing in it changes a variable.
final class Sameness {
    private Sameness() {}

    static boolean everyRound(Act.Loop loop) {
        return same(loop.condition()) && same(loop.body());
    }

    private static boolean same(Act act) {
        return switch (act) {
            case Act.Command command -> same(command.words());
            case Act.Sequence sequence -> sequence.acts().stream().allMatch(Sameness::same);
            case Act.Chain chain -> same(chain.left()) && same(chain.right());
            case Act.Not not -> same(not.act());
            case Act.Loop loop -> everyRound(loop);
            case Act.For each -> same(each.body());
            case Act.If choice -> same(choice.condition()) && same(choice.then()) && same(choice.otherwise());
        };
    }

    private static boolean same(List<Token> words) {
        if (words.isEmpty()) return true;
        String first = words.getFirst().parts().getFirst().text();
        return !first.contains("=") && !first.equals("export") && !first.equals("let") && !first.equals("read");
    }
}
