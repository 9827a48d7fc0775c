package dev.vigie.gates;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/// What the sources ask of the texts: keys said outright, every string that stands in the code, and beginnings such as
/// `"state."` to which
/// something is added.
record Sayings(List<Saying> literal, Set<String> strings, Set<String> beginnings) {

    static Sayings in(Sources sources) {
        Rooms rooms = new Rooms(sources);
        rooms.scan(sources.units(), null);
        Finder finder = new Finder(sources, rooms.found);
        finder.scan(sources.units(), null);
        return new Sayings(finder.literal, finder.strings, finder.beginnings);
    }

    boolean mention(String key) {
        return strings.contains(key) || beginnings.stream().anyMatch(key::startsWith);
    }

    /// One key said at one place, in a room or, where the room is not known there, in any.
    record Saying(String key, @Nullable String room, String place) {
        boolean isIn(Bundle bundle) {
            return (room == null || room.equals(bundle.name()))
                    && bundle.texts().containsKey(key);
        }

        String where() {
            return room == null ? "no bundle" : room;
        }
    }

    /// Which variable holds the texts of which room.
    private static final class Rooms extends TreePathScanner<Void, Void> {
        final Map<Element, String> found = new HashMap<>();
        private final Sources sources;

        Rooms(Sources sources) {
            this.sources = sources;
        }

        @Override
        public Void visitVariable(VariableTree variable, Void none) {
            keep(sources.trees().getElement(getCurrentPath()), variable.getInitializer());
            return super.visitVariable(variable, null);
        }

        @Override
        public Void visitAssignment(AssignmentTree assignment, Void none) {
            TreePath target = new TreePath(getCurrentPath(), assignment.getVariable());
            keep(sources.trees().getElement(target), assignment.getExpression());
            return super.visitAssignment(assignment, null);
        }

        private void keep(@Nullable Element variable, @Nullable ExpressionTree value) {
            String room = opened(value);
            if (variable != null && room != null) found.put(variable, room);
        }

        /// The room of `Messages.of("room")`.
        static @Nullable String opened(@Nullable ExpressionTree value) {
            return value instanceof MethodInvocationTree call
                            && call.getMethodSelect().toString().endsWith("Messages.of")
                            && call.getArguments().getFirst() instanceof LiteralTree room
                    ? (String) room.getValue()
                    : null;
        }
    }

    private static final class Finder extends TreePathScanner<Void, Void> {
        final List<Saying> literal = new ArrayList<>();
        final Set<String> strings = new HashSet<>();
        final Set<String> beginnings = new HashSet<>();
        private final Sources sources;
        private final Map<Element, String> rooms;

        Finder(Sources sources, Map<Element, String> rooms) {
            this.sources = sources;
            this.rooms = rooms;
        }

        @Override
        public Void visitLiteral(LiteralTree tree, Void none) {
            if (tree.getValue() instanceof String text) strings.add(text);
            return super.visitLiteral(tree, null);
        }

        @Override
        public Void visitBinary(BinaryTree sum, Void none) {
            if (sum.getKind() == Tree.Kind.PLUS
                    && sum.getLeftOperand() instanceof LiteralTree start
                    && start.getValue() instanceof String text
                    && text.endsWith(".")) {
                beginnings.add(text);
            }
            return super.visitBinary(sum, null);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
            Element method = sources.trees().getElement(getCurrentPath());
            if (method != null
                    && method.getSimpleName().contentEquals("say")
                    && String.valueOf(method.getEnclosingElement()).equals("dev.vigie.base.Messages")) {
                keep(call.getArguments().getFirst(), room(call));
            }
            return super.visitMethodInvocation(call, null);
        }

        private @Nullable String room(MethodInvocationTree call) {
            if (!(call.getMethodSelect() instanceof MemberSelectTree select)) return null;
            ExpressionTree receiver = select.getExpression();
            TreePath path = new TreePath(new TreePath(getCurrentPath(), select), receiver);
            String opened = Rooms.opened(receiver);
            return opened != null ? opened : rooms.get(sources.trees().getElement(path));
        }

        private void keep(ExpressionTree key, @Nullable String room) {
            switch (key) {
                case ParenthesizedTree inner -> keep(inner.getExpression(), room);
                case ConditionalExpressionTree choice -> {
                    keep(choice.getTrueExpression(), room);
                    keep(choice.getFalseExpression(), room);
                }
                case LiteralTree said ->
                    literal.add(new Saying(String.valueOf(said.getValue()), room, sources.place(getCurrentPath())));
                default -> {}
            }
        }
    }
}
