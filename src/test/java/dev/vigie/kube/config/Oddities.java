package dev.vigie.kube.config;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/// Whole files that are odd or broken, and scalars whose meaning is easily mistaken.
final class Oddities {
    private static final String[] FILES = {
        "", "\n", "# only a comment\n", "---\n", "null\n", "~", "{}", "[]", "text", "5", "clusters: [\n", "a: b: c\n",
        "clusters:\n\t- name: x\n", "kind: Secret\napiVersion: v1\n", "kind: Config\napiVersion: v2\n", "apiVersion: foo/v1\n",
        "Kind: Foo\n", "kind: 5\n", "KIND: Config\n", "kind:\n", "clusters: {}\n", "clusters: text\n", "users: 5\n", "contexts: [5]\n",
        "contexts:\n- null\n", "current-context: 5\n", "current-context: yes\n", "preferences: []\n", "preferences: {colors: yes}\n",
        "preferences: {colors: 1}\n", "extensions: {a: b}\n", "x: .nan\n", "x: .inf\n", "x: !!int abc\n", "x: &a [*a]\n", "*x\n",
        "x: *unknown\n", "a: 'open\n", "a: \"\\q\"\n", "%YAML 1.1\n---\ncurrent-context: b\n", "? [a]\n: b\n", "? {a: b}\n: c\n",
        "null: a\n", "18446744073709551615: a\n", "\u0000\u0001\u0002", "current-context: \"a\\u0000b\"\n", "a: b\u0007\n",
        "clusters: null\nusers: ~\ncontexts:\n", "{\"current-context\":\"j\"}", "{\n\t\"current-context\": \"tabbed\"\n}\n",
"current-context: >-\n  folded\n  text\n",
        "current-context: |\n  literal\n", "current-context: a # comment\n", "current-context: a#b\n", "current-context: 'it''s'\n",
        "current-context: !!str 5\n", "current-context: \"\\x41\\u00e9\\U0001F600\"\n", "Current-Context: other\n",
        "current-context: a\ncurrent-context: b\n", "clusters:\n- cluster: {server: a}\n  name: n\n- name: n\n",
        "contexts: [{name: a}, {name: a}]\n", "users: [{name: a, user: {token: a}}, {name: a}]\n",
        "users: [{name: a, user: {client-key-data: '!!!'}}]\n", "users: [{name: a, user: {client-key-data: YQ}}]\n",
        "users: [{name: a, user: {client-key-data: \"YQ=\\n=\"}}]\n", "users: [{name: a, user: {client-key-data: YR==}}]\n",
        "users: [{name: a, user: {token: 12}}]\n", "users: [{name: a, user: {client-key-data: ''}}]\n", "users: [{name: a, user: {token: yes}}]\n", "users: [{name: a, user: []}]\n",
        "users: [{name: a, user: {as-groups: a}}]\n", "users: [{name: a, user: {as-groups: [a, 5]}}]\n",
        "users: [{name: a, user: {as-user-extra: {a: b}}}]\n", "users: [{name: a, user: {as-user-extra: {y: [b], 1: [c], 2.5: [d]}}}]\n",
        "users: [{name: a, user: {exec: null}}]\n", "users: [{name: a, user: {exec: {}}}]\n", "users: [{name: a, user: {exec: []}}]\n",
        "users: [{name: a, user: {exec: {command: ./x, args: [1]}}}]\n", "users: [{name: a, user: {auth-provider: {name: gcp}}}]\n",
        "users: [{name: a, user: {auth-provider: {name: gcp, config: {a: 5}}}}]\n", "users: [{name: 5}]\n", "users: [{name: null}]\n",
        "users: [{name: a, User: {token: x}}]\n", "clusters: [{name: a, cluster: {insecure-skip-tls-verify: \"true\"}}]\n",
        "clusters: [{name: a, cluster: {insecure-skip-tls-verify: on, server: 1.1.1.1}}]\n",
        "clusters: [{name: a, cluster: {server: 1.5}}]\n", "clusters: [{name: a, cluster: {server: 12:30}}]\n",
        "clusters: [{name: a, cluster: {server: 2026-01-01}}]\n", "clusters: [{name: a, cluster: {server: 08}}]\n",
        "x: &m {server: merged}\nclusters: [{name: a, cluster: {<<: *m, tls-server-name: t}}]\n",
        "x: &m {server: merged}\nclusters: [{name: a, cluster: {server: own, <<: *m}}]\n",
        "x: &m {server: merged}\nclusters: [{name: a, cluster: {<<: *m, server: own}}]\n",
        "x: [&m {server: m1}, &n {server: n1, proxy-url: p}]\nclusters: [{name: a, cluster: {<<: [*m, *n]}}]\n",
        "x: &m [1]\nclusters: [{name: a, cluster: {<<: *m}}]\n", "x: &c {server: shared}\nclusters: [{name: a, cluster: *c}, {name: b, cluster: *c}]\n",
        "extensions: [{name: a}, {name: a}]\n", "extensions: [{name: a, extension: 1}, {name: a}]\n", "x: !!null x\n", "extensions: [{name: a, extension: null}, {name: b}]\n",
        "clusters: [{name: a, cluster: {extensions: [{name: e, extension: {0x1F: 1, 0o17: 2, no: 3, 1e3: 4, 1.10: 5}}]}}]\n",
    };

    private static final String[] SCALARS = {
        "yes", "No", "on", "OFF", "y", "N", "true", "False", "TRUE", "null", "~", "Null", "0", "-0", "0123", "0o17", "0x1F", "0b101",
        "0123456789", "089", "1_000", "+5", "-0x10", "12:30", "12:30:45", "2026-01-01", "2026-01-01T10:00:00Z", "1e3", "1.10", ".5",
        "-.5", "+.5e2", "5.", "1e400", "18446744073709551615", "18446744073709551616", "-9223372036854775808", "9223372036854775807",
        "-9223372036854775809", "1e-7", "123456789.125", "a", "a b", "'quoted'", "\"dou\\tble\"", "é", "😀", "שלום", "''", "\"\"", "<<x", "=",
        "0b-1", "-0b1", "0b2", "0x", "1__0", "_1", "1_", "0X1f", "0O17", "+0b1", "-", "+", ".", "..", "1.2.3", "0.0", "-0.0", "!!str 5",
        "!!int '7'", "!!float 7", "!!bool yes", "!!binary YWJj", "!!null ''", "1E5", "1e+5", "0e0", "00", "-00", "0_7", "08.5", "1.e3",
    };

    private Oddities() {}

    static byte[] bytes(RandomGenerator random) {
        if (random.nextInt(20) == 0) return new byte[] {(byte) 0xC3, (byte) 0x28, 'a'};
        return FILES[random.nextInt(FILES.length)].getBytes(StandardCharsets.UTF_8);
    }

    static String scalar(RandomGenerator random) {
        return SCALARS[random.nextInt(SCALARS.length)];
    }

    static String[] files() {
        return FILES.clone();
    }

    static String[] scalars() {
        return SCALARS.clone();
    }
}
