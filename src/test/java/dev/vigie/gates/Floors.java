package dev.vigie.gates;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.vigie.gates.Gate.Reach;
import java.util.ArrayList;
import java.util.List;

/// Who may import whom.
final class Floors {
    private Floors() {}

    static List<Gate> gates() {
        return List.of(
                Gate.rule(
                        "no-circles",
                        Reach.PROGRAM,
                        slices().assignedFrom(new EachPackage()).should().beFreeOfCycles()),
                new Gate("floors", Reach.PROGRAM, Floors::climbing),
                new Gate("features-are-strangers", Reach.PROGRAM, Floors::visiting));
    }

    private static List<String> climbing(House house) {
        List<String> faults = new ArrayList<>();
        for (JavaClass type : house.classes()) {
            Room here = Room.of(type.getPackageName());
            if (here == null) {
                faults.add("no floor was given to the room of " + type.getName());
                continue;
            }
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String target = dependency.getTargetClass().getPackageName();
                Room there = Room.isOurs(target) ? Room.of(target) : here;
                if (there == null || !here.mayKnow(there)) faults.add(dependency.getDescription());
            }
        }
        return faults;
    }

    private static List<String> visiting(House house) {
        List<String> faults = new ArrayList<>();
        for (JavaClass type : house.classes()) {
            String here = feature(type);
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String there = feature(dependency.getTargetClass());
                if (!here.isEmpty() && !there.isEmpty() && !here.equals(there)) faults.add(dependency.getDescription());
            }
        }
        return faults;
    }

    /// The feature a class belongs to, or nothing.
    private static String feature(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith("dev.vigie.feature.")) return "";
        Room room = Room.of(name);
        return room == null ? "" : room.name();
    }

    /// Every package is a slice of its own: a circle between any two is found.
    private static final class EachPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return Room.isOurs(type.getPackageName())
                    ? SliceIdentifier.of(type.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
