package dev.vigie.kube.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Writes one random kubeconfig that a person or a tool might have written, in block, flow or JSON style.
final class GeneratedFile {
    private static final String[] NAMES = {
        "dev",
        "prod",
        "kind-a",
        "a b",
        "ünï",
        "😀 cluster",
        "x/y:z",
        "שלום",
        "arn:aws:eks:eu-west-1:123:cluster/c",
        "UPPER",
        "-dash",
        "tab\there",
        "q\"uote",
        "it's",
        "# hash",
        "n".repeat(253),
        "yes",
        "123",
        "null",
        "{brace",
        "[b",
        "a: b",
        "ﬁ",
        "\uFFFD",
    };
    private static final String[] WORDS = {
        "https://127.0.0.1:6443",
        "http://[::1]:8080",
        "token-ABC.def_-",
        "p@ss: w#rd",
        "12:30",
        "2026-01-01",
        "true",
        "0777",
        "1e3",
        "",
        " lead",
        "trail ",
        "multi\nline\ntext",
        "é😀",
        "back\\slash",
        "~",
        "null",
        "-",
        "*star",
        "&and",
        "!bang",
        "%pct",
        "@at",
        "`tick",
        "<html>&",
        "\u0007bell",
        "\u2028sep",
        "x".repeat(300),
    };
    private static final String[] PATHS = {
        "ca.crt",
        "./pki/a.pem",
        "../up.pem",
        "a/../b/./c",
        "/abs/ca.crt",
        "/abs/../x",
        "../../../../../../../../..",
        ".",
        "sp ace/é"
    };

    private final RandomGenerator random;
    private final Emit emit;

    GeneratedFile(RandomGenerator random) {
        this.random = random;
        this.emit = new Emit(random);
    }

    String text() {
        List<Object[]> fields = new ArrayList<>();
        if (often()) fields.add(new Object[] {"apiVersion", "v1"});
        if (often()) fields.add(new Object[] {"kind", "Config"});
        if (random.nextInt(8) > 0) fields.add(new Object[] {"clusters", entries("cluster", this::cluster)});
        if (random.nextInt(8) > 0) fields.add(new Object[] {"users", entries("user", this::user)});
        if (random.nextInt(8) > 0) fields.add(new Object[] {"contexts", entries("context", this::context)});
        if (random.nextBoolean()) fields.add(new Object[] {"current-context", name()});
        if (random.nextInt(6) == 0) fields.add(new Object[] {"preferences", preferences()});
        if (random.nextInt(8) == 0) fields.add(new Object[] {"extensions", extensions()});
        if (random.nextInt(8) == 0) fields.add(new Object[] {"unknown-field", anything(0)});
        Collections.shuffle(fields, java.util.Random.from(random));
        return emit.document(fields);
    }

    private Object entries(String word, Supplier<Object> body) {
        if (random.nextInt(15) == 0) return random.nextBoolean() ? new Emit.Raw("null") : List.of();
        List<Object> list = new ArrayList<>();
        List<String> names = new ArrayList<>(List.of(NAMES));
        Collections.shuffle(names, java.util.Random.from(random));
        int count = random.nextInt(5);
        for (int i = 0; i < count; i++) {
            List<Object[]> fields = new ArrayList<>();
            fields.add(new Object[] {"name", names.get(i)});
            if (random.nextInt(12) > 0)
                fields.add(new Object[] {word, random.nextInt(25) == 0 ? new Emit.Raw("null") : body.get()});
            if (random.nextInt(30) == 0) fields.add(new Object[] {"odd", anything(1)});
            Collections.shuffle(fields, java.util.Random.from(random));
            list.add(fields);
        }
        return list;
    }

    private Object cluster() {
        List<Object[]> f = new ArrayList<>();
        put(f, 9, "server", this::word);
        put(f, 2, "tls-server-name", this::word);
        put(f, 2, "insecure-skip-tls-verify", this::flag);
        put(f, 3, "certificate-authority", this::path);
        put(f, 3, "certificate-authority-data", this::base64);
        put(f, 2, "proxy-url", this::word);
        put(f, 1, "disable-compression", this::flag);
        put(f, 2, "extensions", this::extensions);
        put(f, 1, "Server", this::word);
        return mapping(f);
    }

    private Object user() {
        List<Object[]> f = new ArrayList<>();
        put(f, 3, "client-certificate", this::path);
        put(f, 2, "client-certificate-data", this::base64);
        put(f, 3, "client-key", this::path);
        put(f, 2, "client-key-data", this::base64);
        put(f, 4, "token", this::word);
        put(f, 2, "tokenFile", this::path);
        put(f, 1, "as", this::word);
        put(f, 1, "as-uid", this::word);
        put(f, 1, "as-groups", this::words);
        put(f, 1, "as-user-extra", this::extra);
        put(f, 2, "username", this::word);
        put(f, 2, "password", this::word);
        put(f, 3, "exec", this::exec);
        put(f, 1, "auth-provider", this::provider);
        put(f, 1, "extensions", this::extensions);
        return mapping(f);
    }

    private Object context() {
        List<Object[]> f = new ArrayList<>();
        put(f, 9, "cluster", this::name);
        put(f, 9, "user", this::name);
        put(f, 4, "namespace", this::word);
        put(f, 1, "extensions", this::extensions);
        return mapping(f);
    }

    private Object exec() {
        List<Object[]> f = new ArrayList<>();
        put(f, 9, "command", () -> pick("aws", "./plugin", "/usr/bin/gke", "dir/../plug", "../p", "kubectl", ""));
        put(f, 7, "args", this::words);
        put(f, 5, "env", this::env);
        put(f, 9, "apiVersion", () -> "client.authentication.k8s.io/" + pick("v1", "v1beta1", "v1alpha1", "v9"));
        put(f, 3, "installHint", this::word);
        put(f, 3, "provideClusterInfo", this::flag);
        put(f, 5, "interactiveMode", () -> pick("Never", "IfAvailable", "Always", "Odd", ""));
        return mapping(f);
    }

    private Object env() {
        if (random.nextInt(6) == 0) return new Emit.Raw("null");
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            List<Object[]> f = new ArrayList<>();
            put(f, 9, "name", this::word);
            put(f, 8, "value", this::word);
            list.add(mapping(f));
        }
        return list;
    }

    private Object provider() {
        List<Object[]> f = new ArrayList<>();
        put(f, 9, "name", this::word);
        put(f, 6, "config", () -> {
            List<Object[]> config = new ArrayList<>();
            put(config, 5, "id-token", this::word);
            put(config, 5, "idp-issuer-url", this::word);
            return mapping(config);
        });
        return mapping(f);
    }

    private Object extra() {
        List<Object[]> f = new ArrayList<>();
        put(f, 5, "scopes", this::words);
        put(f, 5, "a/b", this::words);
        return mapping(f);
    }

    private Object preferences() {
        List<Object[]> f = new ArrayList<>();
        put(f, 5, "colors", this::flag);
        put(f, 5, "extensions", this::extensions);
        return mapping(f);
    }

    private Object extensions() {
        List<Object> list = new ArrayList<>();
        for (String name : List.of("client.authentication.k8s.io/exec", "minikube", "é"))
            if (random.nextBoolean()) {
                List<Object[]> f = new ArrayList<>();
                f.add(new Object[] {"name", name});
                put(f, 9, "extension", () -> anything(0));
                list.add(f);
            }
        return list;
    }

    private Object anything(int depth) {
        return switch (depth > 3 ? 9 : random.nextInt(10)) {
            case 0, 1 -> {
                List<Object[]> f = new ArrayList<>();
                for (String key : List.of("k", "other key", "é", "10")) put(f, 4, key, () -> anything(depth + 1));
                yield mapping(f);
            }
            case 2 -> {
                List<Object> list = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) list.add(anything(depth + 1));
                yield list;
            }
            case 3 -> word();
            default -> new Emit.Raw(Oddities.scalar(random));
        };
    }

    private void put(List<Object[]> fields, int tenths, String name, Supplier<Object> value) {
        if (random.nextInt(10) >= tenths) return;
        Object chosen = value.get();
        if (random.nextInt(600) == 0) chosen = new Emit.Raw(Oddities.scalar(random));
        if (random.nextInt(100) == 0) chosen = new Emit.Raw("null");
        fields.add(new Object[] {name, chosen});
    }

    private static Object mapping(List<Object[]> fields) {
        return fields.isEmpty() ? new Emit.Raw("{}") : fields;
    }

    private Object flag() {
        return new Emit.Raw(pick("true", "false", "yes", "no", "on", "off", "y", "True"));
    }

    private Object base64() {
        byte[] bytes = new byte[1 + random.nextInt(39)];
        random.nextBytes(bytes);
        return java.util.Base64.getEncoder().encodeToString(bytes);
    }

    private Object words() {
        if (random.nextInt(10) == 0) return new Emit.Raw("null");
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) list.add(word());
        return list;
    }

    private String name() {
        return pick(NAMES);
    }

    private String word() {
        return random.nextBoolean() ? pick(WORDS[0], WORDS[1], WORDS[2]) : pick(WORDS);
    }

    private String path() {
        return pick(PATHS);
    }

    private boolean often() {
        return random.nextInt(4) > 0;
    }

    private String pick(String... from) {
        return from[random.nextInt(from.length)];
    }
}
