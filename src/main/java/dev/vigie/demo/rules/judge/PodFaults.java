package dev.vigie.demo.rules.judge;

import dev.vigie.demo.model.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The spec of a pod, in a pod or in a template.
final class PodFaults {
    private static final long MOST = Integer.MAX_VALUE;

    private PodFaults() {}

    /// `claims` are volumes that come from elsewhere.
    static void check(@Nullable JsonNode spec, String at, Set<String> claims, Faults faults) {
        Set<String> volumes = VolumeFaults.check(spec, at + ".volumes", faults);
        volumes.addAll(claims);
        containers(spec, at, volumes, faults);
        String restart = Json.text(spec, "restartPolicy");
        faults.among(at + ".restartPolicy", restart, "Always", "OnFailure", "Never");
        dns(spec, at, faults);
        SecurityFaults.pod(spec, at + ".securityContext", faults);
        Meta.labels(Json.at(spec, "nodeSelector"), at + ".nodeSelector", faults);
        if (Json.at(spec, "activeDeadlineSeconds") != null) {
            faults.between(at + ".activeDeadlineSeconds", Json.number(0, spec, "activeDeadlineSeconds"), 1, MOST);
        }
        names(spec, at, faults);
        AffinityFaults.check(Json.at(spec, "affinity"), at + ".affinity", faults);
        TolerationFaults.check(spec, at + ".tolerations", faults);
        aliases(spec, at, faults);
        AffinityFaults.spread(spec, at + ".topologySpreadConstraints", faults);
    }

    private static void containers(@Nullable JsonNode spec, String at, Set<String> volumes, Faults faults) {
        List<JsonNode> containers = Json.list(spec, "containers");
        if (containers.isEmpty()) faults.required(at + ".containers");
        Set<String> names = new HashSet<>();
        Set<String> hostPorts = new HashSet<>();
        int index = 0;
        for (JsonNode container : containers) {
            String here = at + ".containers[" + index++ + "]";
            new ContainerFaults(container, here, faults).check(volumes, names, hostPorts, false);
        }
        index = 0;
        for (JsonNode container : Json.list(spec, "initContainers")) {
            String here = at + ".initContainers[" + index++ + "]";
            new ContainerFaults(container, here, faults).check(volumes, names, new HashSet<>(), true);
        }
    }

    private static void dns(@Nullable JsonNode spec, String at, Faults faults) {
        String policy = Json.text(spec, "dnsPolicy");
        faults.among(at + ".dnsPolicy", policy, "ClusterFirstWithHostNet", "ClusterFirst", "Default", "None");
        if (policy.equals("None") && Json.list(spec, "dnsConfig", "nameservers").isEmpty()) {
            String field = Json.at(spec, "dnsConfig") == null ? ".dnsConfig" : ".dnsConfig.nameservers";
            String why = "must provide "
                    + (Json.at(spec, "dnsConfig") == null ? "`dnsConfig`" : "at least one DNS nameserver")
                    + " when `dnsPolicy` is None";
            faults.required(at + field, why);
        }
    }

    private static void names(@Nullable JsonNode spec, String at, Faults faults) {
        String account = Json.text(spec, "serviceAccountName");
        if (!account.isEmpty()) named(account, at + ".serviceAccountName", Words.subdomain(account), faults);
        String node = Json.text(spec, "nodeName");
        if (!node.isEmpty()) named(node, at + ".nodeName", Words.subdomain(node), faults);
        String host = Json.text(spec, "hostname");
        if (!host.isEmpty()) named(host, at + ".hostname", Words.labelOrDots(host), faults);
        String domain = Json.text(spec, "subdomain");
        if (!domain.isEmpty()) named(domain, at + ".subdomain", Words.labelOrDots(domain), faults);
        String type = Json.text(spec, "priorityClassName");
        if (!type.isEmpty()) named(type, at + ".priorityClassName", Words.subdomain(type), faults);
    }

    static void named(String name, String field, List<String> wrong, Faults faults) {
        for (String each : wrong) faults.invalid(field, name, each);
    }

    private static void aliases(@Nullable JsonNode spec, String at, Faults faults) {
        int index = 0;
        for (JsonNode alias : Json.list(spec, "hostAliases")) {
            String here = at + ".hostAliases[" + index++ + "]";
            String address = Json.text(alias, "ip");
            if (!Words.address(address)) {
                faults.invalid(here + ".ip", address, "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)");
            }
            int name = 0;
            for (JsonNode host : Json.list(alias, "hostnames")) {
                named(host.asString(), here + ".hostnames[" + name++ + "]", Words.subdomain(host.asString()), faults);
            }
        }
    }
}
