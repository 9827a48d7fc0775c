package dev.vigie.gates;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePathScanner;
import dev.vigie.gates.Gate.Reach;
import java.util.ArrayList;
import java.util.List;

/// How large a file, a method and a constructor may grow. What a record is made of is its shape, not a constructor.
final class Sizes {
    private static final int FILE_LINES = 400;
    private static final int METHOD_LINES = 60;
    private static final int CONSTRUCTOR_PARAMETERS = 7;

    private Sizes() {}

    static List<Gate> gates() {
        return List.of(
                new Gate("small-files", Reach.PROGRAM_AND_TESTS, Sizes::longFiles),
                new Gate("small-methods", Reach.PROGRAM_AND_TESTS, house -> members(house).longMethods),
                new Gate("small-constructors", Reach.PROGRAM_AND_TESTS, house -> members(house).wideConstructors));
    }

    private static List<String> longFiles(House house) {
        List<String> faults = new ArrayList<>();
        for (CompilationUnitTree unit : house.sources().units()) {
            long lines = house.sources().lines(unit, unit);
            if (lines >= FILE_LINES)
                faults.add("%s has %d lines".formatted(house.sources().place(unit, unit), lines));
        }
        return faults;
    }

    private static Members members(House house) {
        Members members = new Members(house.sources());
        members.scan(house.sources().units(), null);
        return members;
    }

    private static final class Members extends TreePathScanner<Void, Void> {
        final List<String> longMethods = new ArrayList<>();
        final List<String> wideConstructors = new ArrayList<>();
        private final Sources sources;

        Members(Sources sources) {
            this.sources = sources;
        }

        @Override
        public Void visitMethod(MethodTree method, Void none) {
            CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
            long lines = sources.lines(unit, method);
            if (lines >= METHOD_LINES) longMethods.add(place(method) + " has %d lines".formatted(lines));
            int parameters = method.getParameters().size();
            if (method.getReturnType() == null && !inRecord() && parameters >= CONSTRUCTOR_PARAMETERS) {
                wideConstructors.add(place(method) + " takes %d parameters".formatted(parameters));
            }
            return super.visitMethod(method, null);
        }

        private boolean inRecord() {
            return getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.RECORD;
        }

        private String place(MethodTree method) {
            ClassTree type = (ClassTree) getCurrentPath().getParentPath().getLeaf();
            return sources.place(getCurrentPath()) + " " + type.getSimpleName() + "." + method.getName();
        }
    }
}
