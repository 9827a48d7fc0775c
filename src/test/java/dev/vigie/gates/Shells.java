package dev.vigie.gates;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreePathScanner;
import dev.vigie.gates.Gate.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// No shell of this machine is ever started: neither `sh -c` in one piece, nor a shell and its `-c` side by side, nor a
/// shell given to a
/// `ProcessBuilder`. A shell's name alone may stand in the code: pods have shells too.
final class Shells {
    private static final Set<String> SHELLS = Set.of(
            "sh",
            "ash",
            "bash",
            "dash",
            "ksh",
            "zsh",
            "fish",
            "cmd",
            "cmd.exe",
            "powershell",
            "powershell.exe",
            "pwsh");
    private static final Set<String> COMMAND_FOLLOWS =
            Set.of("-c", "-lc", "-ic", "/c", "/k", "-command", "-encodedcommand");
    private static final Pattern IN_ONE_PIECE = Pattern.compile(
            "(^|[\\s/])(ba|da|z|k|a)?sh +-\\w*c\\b.*|(^|[\\s\\\\])cmd(\\.exe)? +/[ck]\\b.*", Pattern.CASE_INSENSITIVE);

    private Shells() {}

    static List<Gate> gates() {
        return List.of(new Gate("no-shell", Reach.PROGRAM, house -> {
            Finder finder = new Finder(house.sources());
            finder.scan(house.sources().units(), null);
            return finder.faults;
        }));
    }

    private static final class Finder extends TreePathScanner<Void, Void> {
        final List<String> faults = new ArrayList<>();
        private final Sources sources;

        Finder(Sources sources) {
            this.sources = sources;
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void none) {
            if (literal.getValue() instanceof String text
                    && IN_ONE_PIECE.matcher(text).find()) fault();
            return super.visitLiteral(literal, null);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
            look(call.getArguments(), false);
            return super.visitMethodInvocation(call, null);
        }

        @Override
        public Void visitNewClass(NewClassTree call, Void none) {
            look(call.getArguments(), call.getIdentifier().toString().endsWith("ProcessBuilder"));
            return super.visitNewClass(call, null);
        }

        @Override
        public Void visitNewArray(NewArrayTree array, Void none) {
            if (array.getInitializers() != null) look(array.getInitializers(), false);
            return super.visitNewArray(array, null);
        }

        private void look(List<? extends ExpressionTree> words, boolean runs) {
            List<String> said = words.stream().map(Finder::text).toList();
            boolean shell = said.stream().anyMatch(Finder::isShell);
            boolean command = said.stream().anyMatch(word -> COMMAND_FOLLOWS.contains(word.toLowerCase(Locale.ROOT)));
            if (shell && (command || runs)) fault();
        }

        private static boolean isShell(String word) {
            String name = word.substring(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1);
            return SHELLS.contains(name.toLowerCase(Locale.ROOT));
        }

        private static String text(ExpressionTree word) {
            return word instanceof LiteralTree literal && literal.getValue() instanceof String text ? text : "";
        }

        private void fault() {
            faults.add(sources.place(getCurrentPath()) + " starts a shell: "
                    + getCurrentPath().getLeaf());
        }
    }
}
