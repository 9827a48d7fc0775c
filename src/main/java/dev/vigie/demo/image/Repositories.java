package dev.vigie.demo.image;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/// The registries of the demo: which repositories there are, with which tags.
final class Repositories {
    private static final String OURS = "registry.example/";
    private static final String HUB = "docker.io/library/";
    private static final String K8S = "registry.k8s.io/";
    private static final String KUBERNETES = "v1\\.\\d\\d\\.\\d+";
    private static final String VARIANT = "(-(alpine|bookworm|trixie|slim|perl)(-slim|-perl)?)?";
    private static final String REST = "(\\.\\d+){0,2}(-[a-z]+)*";
    private static final String NAMED = "latest|stable|mainline|alpine|bookworm|trixie|stable-alpine|alpine-slim";
    private static final Map<String, String> SHELL_IMAGES = Map.of(
            HUB + "busybox", "sh",
            HUB + "alpine", "/bin/sh",
            HUB + "ubuntu", "/bin/bash",
            HUB + "debian", "bash",
            HUB + "bash", "bash");
    private static final String PRIVATE = "private.registry.example";
    private static final Pattern WRONG =
            Pattern.compile("(?i).*(does-?not-?exist|no-?such|nonexist|nope|typo|wrong|invalid|missing|unknown).*");
    private static final Map<String, Entry> ENTRIES = entries();

    private Repositories() {}

    /// The tags that a repository has, and what each of them does.
    record Entry(Pattern tags, Function<String, Program> program) {}

    static Image find(Reference reference) {
        Entry entry = ENTRIES.get(reference.name());
        if (entry != null) {
            boolean there =
                    reference.digested() || entry.tags.matcher(reference.tag()).matches();
            return there ? commanded(reference, entry.program.apply(reference.tag())) : Program.unknown();
        }
        Program quiet = Program.writing(Journal.SILENT);
        if (reference.host().equals(PRIVATE)) return Commanded.of(quiet.pulled(new Image.Pull.Private(PRIVATE)));
        return wrong(reference) ? Program.unknown() : Commanded.of(quiet);
    }

    private static Image commanded(Reference reference, Program program) {
        if (program.shells().isEmpty()) return program;
        String usual = SHELL_IMAGES.getOrDefault(reference.name(), "");
        return usual.isEmpty() ? Commanded.of(program) : Commanded.of(program, usual);
    }

    /// A repository that our registry lacks, a host that cannot be, or a name that says so itself.
    private static boolean wrong(Reference reference) {
        String host = reference.host().toLowerCase(Locale.ROOT);
        return host.endsWith(".example")
                || host.endsWith(".invalid")
                || host.startsWith("localhost")
                || host.startsWith("127.")
                || WRONG.matcher(reference.repository() + ":" + reference.tag()).matches();
    }

    private static Map<String, Entry> entries() {
        Map<String, Entry> all = new HashMap<>();
        ours(all);
        theirs(all);
        system(all);
        return Map.copyOf(all);
    }

    private static void ours(Map<String, Entry> all) {
        put(all, OURS + "unicorn-front", "1\\.4\\.[012]|1\\.5\\.0-rc1", UnicornFront::version);
        put(all, OURS + "api", "2\\.3\\.[01]", ShopApi::version);
        put(all, OURS + "report", "1\\.2", tag -> Troubled.report());
        put(all, OURS + "thumbnailer", "0\\.9\\.3", tag -> Troubled.thumbnailer());
        put(all, OURS + "checkout", "3\\.1\\.0", tag -> Troubled.checkout());
        put(all, OURS + "catalog", "5\\.0", tag -> Troubled.catalog());
        put(all, OURS + "mailer", "2\\.0\\.1", tag -> Troubled.mailer());
        put(all, OURS + "stock-import", "1\\.0", tag -> Troubled.stockImport());
    }

    private static void theirs(Map<String, Entry> all) {
        put(all, HUB + "nginx", "1\\.[0-3]?\\d(\\.\\d+)?" + VARIANT + "|" + NAMED, Servers::nginx);
        put(all, HUB + "httpd", "2(\\.4(\\.\\d+)?)?" + VARIANT + "|" + NAMED, tag -> Servers.httpd());
        put(all, HUB + "redis", "[5-8]" + REST + "|" + NAMED, tag -> Servers.redis());
        put(all, HUB + "postgres", "1[0-8]" + REST + "|" + NAMED, tag -> Servers.postgres());
        put(all, HUB + "mongo", "[4-8]" + REST + "|" + NAMED, tag -> Mongo.version());
        SHELL_IMAGES.keySet().forEach(name -> put(all, name, "[a-z]+|\\d+" + REST, tag -> Servers.shell()));
        put(all, "registry.k8s.io/hpa-example", ".*", tag -> Servers.loaded());
    }

    private static void system(Map<String, Entry> all) {
        put(all, K8S + "kube-apiserver", KUBERNETES, tag -> ControlPlane.apiServer());
        put(all, K8S + "kube-controller-manager", KUBERNETES, tag -> ControlPlane.controllers());
        put(all, K8S + "kube-scheduler", KUBERNETES, tag -> ControlPlane.scheduler());
        put(all, K8S + "kube-proxy", KUBERNETES, tag -> ControlPlane.proxy());
        put(all, K8S + "etcd", "3\\.[56]\\.\\d+-\\d", tag -> ControlPlane.etcd());
        put(all, K8S + "coredns/coredns", "v1\\.\\d+\\.\\d+", tag -> ControlPlane.dns());
        put(all, K8S + "metrics-server/metrics-server", "v0\\.\\d+\\.\\d+", tag -> ControlPlane.metrics());
        put(all, K8S + "pause", ".*", tag -> Program.writing(Journal.SILENT).distroless());
    }

    private static void put(Map<String, Entry> all, String name, String tags, Function<String, Program> program) {
        all.put(name, new Entry(Pattern.compile(tags), program));
    }
}
