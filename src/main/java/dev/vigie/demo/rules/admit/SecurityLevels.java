package dev.vigie.demo.rules.admit;

import dev.vigie.demo.model.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a pod does that a level of the Pod Security Standards (`baseline`, `restricted`) does not allow.
final class SecurityLevels {
    private static final Set<String> USUAL = Set.of(
            "AUDIT_WRITE",
            "CHOWN",
            "DAC_OVERRIDE",
            "FOWNER",
            "FSETID",
            "KILL",
            "MKNOD",
            "NET_BIND_SERVICE",
            "SETFCAP",
            "SETGID",
            "SETPCAP",
            "SETUID",
            "SYS_CHROOT");
    private static final Set<String> VOLUMES = Set.of(
            "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret");

    private final @Nullable JsonNode spec;
    private final List<JsonNode> containers = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private SecurityLevels(@Nullable JsonNode spec) {
        this.spec = spec;
        for (String list : new String[] {"initContainers", "containers", "ephemeralContainers"}) {
            containers.addAll(Json.list(spec, list));
        }
    }

    static List<String> faults(@Nullable JsonNode spec, String level) {
        SecurityLevels levels = new SecurityLevels(spec);
        boolean strict = level.equals("restricted");
        if (!strict) levels.capabilities();
        levels.host();
        if (!strict) levels.hostPaths();
        levels.hostPorts();
        levels.privileged();
        if (strict) levels.restricted();
        return levels.faults;
    }

    private void host() {
        List<String> used = new ArrayList<>();
        for (String field : new String[] {"hostNetwork", "hostPID", "hostIPC"}) {
            if (Json.is(spec, field)) used.add(field + "=true");
        }
        if (!used.isEmpty()) faults.add("host namespaces (" + String.join(", ", used) + ")");
    }

    private void hostPaths() {
        List<String> names = Json.list(spec, "volumes").stream()
                .filter(volume -> Json.at(volume, "hostPath") != null)
                .map(volume -> Json.text(volume, "name"))
                .toList();
        if (!names.isEmpty()) faults.add("hostPath volumes (" + many("volume", names) + ")");
    }

    private void hostPorts() {
        Set<Integer> ports = new TreeSet<>();
        List<String> names = named(container ->
                Json.list(container, "ports").stream().anyMatch(port -> Json.number(0, port, "hostPort") > 0));
        for (JsonNode container : containers) {
            for (JsonNode port : Json.list(container, "ports")) {
                if (Json.number(0, port, "hostPort") > 0) ports.add(Json.number(0, port, "hostPort"));
            }
        }
        if (names.isEmpty()) return;
        String use = names.size() == 1 ? " uses " : " use ";
        String list = ports.stream().map(String::valueOf).collect(Collectors.joining(", "));
        faults.add("hostPort (" + many("container", names) + use + (ports.size() == 1 ? "hostPort " : "hostPorts ")
                + list + ")");
    }

    private void privileged() {
        List<String> names = named(container -> Json.is(container, "securityContext", "privileged"));
        if (!names.isEmpty()) {
            faults.add("privileged (" + many("container", names) + " must not set securityContext.privileged=true)");
        }
    }

    private void capabilities() {
        Set<String> odd = new TreeSet<>();
        List<String> names = named(container -> adds(container, USUAL, odd));
        if (!names.isEmpty()) {
            faults.add("non-default capabilities (" + many("container", names) + " must not include " + quoted(odd)
                    + " in securityContext.capabilities.add)");
        }
    }

    private static boolean adds(JsonNode container, Set<String> allowed, Set<String> odd) {
        boolean found = false;
        for (JsonNode each : Json.list(container, "securityContext", "capabilities", "add")) {
            if (allowed.contains(each.asString())) continue;
            odd.add(each.asString());
            found = true;
        }
        return found;
    }

    private void restricted() {
        JsonNode pod = Json.at(spec, "securityContext");
        List<String> rising = named(container -> {
            JsonNode may = Json.at(container, "securityContext", "allowPrivilegeEscalation");
            return may == null || may.asBoolean();
        });
        if (!rising.isEmpty()) {
            faults.add("allowPrivilegeEscalation != false (" + many("container", rising)
                    + " must set securityContext.allowPrivilegeEscalation=false)");
        }
        dropped();
        volumes();
        root(pod);
        seccomp(pod);
    }

    private void dropped() {
        Set<String> odd = new TreeSet<>();
        List<String> keeping =
                named(container -> Json.list(container, "securityContext", "capabilities", "drop").stream()
                        .noneMatch(each -> each.asString().equals("ALL")));
        List<String> adding = named(container -> adds(container, Set.of("NET_BIND_SERVICE"), odd));
        List<String> said = new ArrayList<>();
        if (!keeping.isEmpty()) {
            said.add(many("container", keeping) + " must set securityContext.capabilities.drop=[\"ALL\"]");
        }
        if (!adding.isEmpty()) {
            said.add(many("container", adding) + " must not include " + quoted(odd)
                    + " in securityContext.capabilities.add");
        }
        if (!said.isEmpty()) faults.add("unrestricted capabilities (" + String.join("; ", said) + ")");
    }

    private void volumes() {
        List<String> names = new ArrayList<>();
        Set<String> types = new TreeSet<>();
        for (JsonNode volume : Json.list(spec, "volumes")) {
            for (String type : volume.propertyNames()) {
                if (type.equals("name") || VOLUMES.contains(type)) continue;
                names.add(Json.text(volume, "name"));
                types.add(type);
            }
        }
        if (names.isEmpty()) return;
        faults.add("restricted volume types (" + many("volume", names) + (names.size() == 1 ? " uses " : " use ")
                + "restricted volume " + (types.size() == 1 ? "type " : "types ") + quoted(types) + ")");
    }

    private void root(@Nullable JsonNode pod) {
        boolean all = Json.is(pod, "runAsNonRoot");
        List<String> may = named(container -> {
            JsonNode own = Json.at(container, "securityContext", "runAsNonRoot");
            return own == null ? !all : !own.asBoolean();
        });
        if (!may.isEmpty()) {
            faults.add("runAsNonRoot != true (pod or " + many("container", may)
                    + " must set securityContext.runAsNonRoot=true)");
        }
        List<String> are = named(container -> zero(Json.at(container, "securityContext", "runAsUser")));
        if (zero(Json.at(pod, "runAsUser"))) faults.add("runAsUser=0 (pod must not set runAsUser=0)");
        else if (!are.isEmpty()) faults.add("runAsUser=0 (" + many("container", are) + " must not set runAsUser=0)");
    }

    private static boolean zero(@Nullable JsonNode user) {
        return user != null && user.asLong() == 0;
    }

    private void seccomp(@Nullable JsonNode pod) {
        Set<String> good = Set.of("RuntimeDefault", "Localhost");
        boolean all = good.contains(Json.text(pod, "seccompProfile", "type"));
        List<String> without = named(container -> {
            String own = Json.text(container, "securityContext", "seccompProfile", "type");
            return own.isEmpty() ? !all : !good.contains(own);
        });
        if (!without.isEmpty()) {
            faults.add("seccompProfile (pod or " + many("container", without)
                    + " must set securityContext.seccompProfile.type to \"RuntimeDefault\" or \"Localhost\")");
        }
    }

    private List<String> named(Predicate<JsonNode> which) {
        return containers.stream()
                .filter(which)
                .map(each -> Json.text(each, "name"))
                .toList();
    }

    private static String many(String what, List<String> names) {
        return (names.size() == 1 ? what : what + "s") + " " + quoted(names);
    }

    private static String quoted(Iterable<String> names) {
        List<String> all = new ArrayList<>();
        names.forEach(name -> all.add("\"" + name + "\""));
        return String.join(", ", all);
    }
}
