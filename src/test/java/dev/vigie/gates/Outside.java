package dev.vigie.gates;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import dev.vigie.gates.Gate.Reach;
import java.util.List;
import java.util.Set;

/// Who may know which library, and who may start threads.
final class Outside {
    private static final Set<String> THREADS = Set.of(
            "java.lang.Thread",
            "java.lang.Thread$Builder",
            "java.util.Timer",
            "java.util.concurrent.Executors",
            "java.util.concurrent.ForkJoinPool",
            "java.util.concurrent.ScheduledThreadPoolExecutor",
            "java.util.concurrent.ThreadPoolExecutor");

    /// A future by itself starts nothing.
    private static final String FUTURE = "java.util.concurrent.CompletableFuture";

    private static final Set<String> HARMLESS =
            Set.of("currentThread", "getName", "interrupt", "isInterrupted", "setDefaultUncaughtExceptionHandler");

    private Outside() {}

    static List<Gate> gates() {
        return List.of(
                Gate.rule(
                        "only-kube-knows-fabric8",
                        Reach.PROGRAM,
                        noClasses()
                                .that(are("outside kube", type -> !isIn(type, "kube") || isIn(type, "kube.config")))
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("io.fabric8..")),
                Gate.rule(
                        "toolkit-where-it-belongs",
                        Reach.PROGRAM,
                        noClasses()
                                .that(are("in rooms without toolkit", type -> !hasToolkit(type)))
                                .should()
                                .dependOnClassesThat(are("of the toolkit", Outside::isToolkit))),
                Gate.rule(
                        "live-knows-little-of-the-toolkit",
                        Reach.PROGRAM,
                        noClasses()
                                .that(are("in live", type -> isIn(type, "live")))
                                .should()
                                .dependOnClassesThat(are(
                                        "more than javafx.base needs", type -> isToolkit(type) && !isForLive(type)))),
                Gate.rule(
                        "one-door-between-threads",
                        Reach.PROGRAM,
                        noClasses()
                                .that(are("not the door", type -> !isTheDoor(type)))
                                .should()
                                .accessTargetWhere(access("of the toolkit's threads", Outside::entersToolkit))
                                .orShould()
                                .dependOnClassesThat()
                                .resideInAPackage("javafx.concurrent..")),
                Gate.rule(
                        "no-threads-in-front",
                        Reach.PROGRAM,
                        noClasses()
                                .that(are(
                                        "in front",
                                        type -> (hasToolkit(type) || isIn(type, "live")) && !isTheDoor(type)))
                                .should()
                                .accessTargetWhere(access("of threads", Outside::startsThreads))),
                Gate.rule(
                        "no-web-view",
                        Reach.PROGRAM,
                        noClasses()
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("javafx.scene.web..", "netscape..")));
    }

    private static boolean hasToolkit(JavaClass type) {
        Room room = Room.of(type.getPackageName());
        return room != null && (room.hasToolkit() || room.name().equals("live"));
    }

    private static boolean isToolkit(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith("javafx.") || name.startsWith("atlantafx.") || name.startsWith("org.kordamp.");
    }

    private static boolean isForLive(JavaClass type) {
        String name = type.getPackageName();
        return type.getName().equals("javafx.application.Platform")
                || List.of("javafx.animation", "javafx.beans", "javafx.collections", "javafx.event", "javafx.util")
                        .stream()
                        .anyMatch(part -> name.equals(part) || name.startsWith(part + "."));
    }

    private static boolean isTheDoor(JavaClass type) {
        return type.getName().equals("dev.vigie.live.Fx") || type.getName().startsWith("dev.vigie.live.Fx$");
    }

    private static boolean entersToolkit(JavaAccess<?> access) {
        return access.getTargetOwner().getName().equals("javafx.application.Platform")
                && Set.of("runLater", "startup", "enterNestedEventLoop")
                        .contains(access.getTarget().getName());
    }

    private static boolean startsThreads(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        if (owner.equals(FUTURE)) return name.endsWith("Async") || name.equals("delayedExecutor");
        return THREADS.contains(owner) && !HARMLESS.contains(name);
    }

    private static boolean isIn(JavaClass type, String room) {
        String name = type.getPackageName();
        return name.equals("dev.vigie." + room) || name.startsWith("dev.vigie." + room + ".");
    }

    private static DescribedPredicate<JavaClass> are(String words, java.util.function.Predicate<JavaClass> those) {
        return describe(words, those);
    }

    private static DescribedPredicate<JavaAccess<?>> access(
            String words, java.util.function.Predicate<JavaAccess<?>> those) {
        return describe(words, those);
    }
}
