package dev.vigie.gates;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import dev.vigie.gates.Gate.Reach;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Calls that nobody makes, whatever for.
final class Bans {
    private static final Set<String> WAYS_OUT = Set.of("exit", "halt");

    private Bans() {}

    static List<Gate> gates() {
        return List.of(
                Gate.rule(
                        "no-runtime-exec",
                        Reach.PROGRAM,
                        nobodyCalls("a command line", call -> is(call, "java.lang.Runtime", "exec"))),
                Gate.rule(
                        "no-create-or-replace",
                        Reach.PROGRAM,
                        nobodyCalls(
                                "createOrReplace",
                                call -> call.getTarget().getName().equals("createOrReplace"))),
                Gate.rule(
                        "no-object-making-yaml",
                        Reach.PROGRAM,
                        nobodyCalls("a YAML reader that makes objects", Bans::makesObjects)),
                Gate.rule(
                        "no-text-into-typed-objects",
                        Reach.PROGRAM,
                        nobodyCalls("the client's reader of text", Bans::readsText)),
                Gate.rule("no-sleep", Reach.PROGRAM_AND_TESTS, nobodyCalls("a sleep", Bans::sleeps)),
                Gate.rule("one-way-out", Reach.PROGRAM, nobodyCalls("the end of the program", Bans::leaves)));
    }

    private static ArchRule nobodyCalls(String what, Predicate<JavaAccess<?>> which) {
        return noClasses().should().accessTargetWhere(describe(what, which));
    }

    /// Only a `Yaml` that was given a constructor may be made, and `SafeConstructor` is the only one that may be given.
    private static boolean makesObjects(JavaAccess<?> call) {
        String owner = call.getTargetOwner().getName();
        if (!call.getTarget().getName().equals("<init>")) return false;
        if (owner.equals("org.yaml.snakeyaml.Yaml")) {
            var parameters = ((AccessTarget.ConstructorCallTarget) call.getTarget()).getRawParameterTypes();
            return parameters.isEmpty()
                    || !parameters.getFirst().getSimpleName().equals("BaseConstructor");
        }
        return owner.equals("org.yaml.snakeyaml.constructor.Constructor")
                || owner.equals("org.yaml.snakeyaml.constructor.CustomClassLoaderConstructor");
    }

    private static boolean readsText(JavaAccess<?> call) {
        String owner = call.getTargetOwner().getName();
        String name = call.getTarget().getName();
        return owner.startsWith("io.fabric8.kubernetes.client.")
                && (name.startsWith("unmarshal") || name.equals("load"));
    }

    private static boolean sleeps(JavaAccess<?> call) {
        String owner = call.getTargetOwner().getName();
        return call.getTarget().getName().equals("sleep")
                && (owner.startsWith("java.") || owner.startsWith("org.testfx."));
    }

    private static boolean leaves(JavaAccess<?> call) {
        String owner = call.getTargetOwner().getName();
        return (owner.equals("java.lang.System") || owner.equals("java.lang.Runtime"))
                && WAYS_OUT.contains(call.getTarget().getName())
                && !call.getOriginOwner().getName().equals("dev.vigie.Launcher");
    }

    private static boolean is(JavaAccess<?> call, String owner, String name) {
        return call.getTargetOwner().getName().equals(owner)
                && call.getTarget().getName().equals(name);
    }
}
