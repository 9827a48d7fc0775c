package dev.vigie.gates;

import static java.util.stream.Collectors.toCollection;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.vigie.gates.Gate.Reach;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;

/// How things are called, and that every package says it holds no nulls.
final class Names {
    private static final Set<String> SUFFIXES = Set.of(
            "Manager",
            "Helper",
            "Util",
            "Utils",
            "Impl",
            "Abstract",
            "Data",
            "Info",
            "Handler",
            "Processor",
            "Service",
            "Provider",
            "Factory");

    private static final Set<String> WORDS_OF_THE_TRADE = Set.of("Service", "AuthProvider");

    private Names() {}

    static List<Gate> gates() {
        return List.of(
                new Gate("names-of-the-trade", Reach.PROGRAM_AND_TESTS, Names::hollow),
                new Gate("null-marked", Reach.PROGRAM_AND_TESTS, Names::unmarked));
    }

    private static List<String> hollow(House house) {
        return house.classes().stream()
                .filter(type -> !type.isAnonymousClass() && isHollow(type))
                .map(type -> type.getName() + " is a hollow name")
                .toList();
    }

    /// `Service` alone is the Kubernetes kind, `AuthProvider` an entry of a kubeconfig: these mean something.
    private static boolean isHollow(JavaClass type) {
        String name = type.getSimpleName();
        if (WORDS_OF_THE_TRADE.contains(name)) return false;
        return name.startsWith("Abstract") || SUFFIXES.stream().anyMatch(name::endsWith);
    }

    private static List<String> unmarked(House house) {
        Set<String> packages =
                house.classes().stream().map(JavaClass::getPackageName).collect(toCollection(TreeSet::new));
        house.classes().stream()
                .filter(type -> type.getSimpleName().equals("package-info") && type.isAnnotatedWith(NullMarked.class))
                .forEach(type -> packages.remove(type.getPackageName()));
        return packages.stream()
                .map(name -> name + " has no @NullMarked package-info")
                .toList();
    }
}
