package dev.vigie.feature.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Values that Vigie writes otherwise than kubectl: which words of ours say the same.
final class InOtherWords {
    private static final Pattern PROBE = Pattern.compile(
            "(?:http-get http://[^/]*(/\\S*)|tcp-socket :(\\d+)|exec \\[(.*)]).* period=(\\d+)s .*#failure=(\\d+)");
    private static final Pattern KEY = Pattern.compile("<set to the key '(.*)' (?:of config map|in secret) '(.*)'>.*");
    private static final Pattern PREFIX = Pattern.compile("(\\S+)\\s+ConfigMap with prefix '(.*)'.*");
    private static final Pattern MOUNT = Pattern.compile("(/\\S+) from (\\S+) \\((r[ow])(?:,path=\"(.*)\")?\\)");
    private static final Pattern SHARE = Pattern.compile("(\\d+%?) max unavailable, (\\d+%?) max surge");

    private InOtherWords() {}

    /// Null where the words are the same.
    static @Nullable List<String> of(String line, String value) {
        Matcher probe = PROBE.matcher(value);
        if (probe.matches()) {
            List<String> all = new ArrayList<>(List.of("every " + probe.group(4) + " s", probe.group(5) + " failures"));
            for (int i = 1; i <= 3; i++) if (probe.group(i) != null) all.add(probe.group(i));
            return all;
        }
        Matcher key = KEY.matcher(value);
        if (key.matches()) return List.of(key.group(1), key.group(2));
        Matcher prefix = PREFIX.matcher(line.strip());
        if (prefix.matches()) return List.of(prefix.group(1), prefix.group(2) + "*");
        Matcher mount = MOUNT.matcher(line.strip());
        if (mount.matches()) {
            List<String> all = new ArrayList<>(List.of(mount.group(1), mount.group(2)));
            if (mount.group(3).equals("ro")) all.add("read-only");
            if (mount.group(4) != null) all.add(mount.group(4));
            return all;
        }
        Matcher share = SHARE.matcher(value);
        if (share.matches()) return List.of(share.group(1), share.group(2));
        if (line.contains("Ports:") || line.contains("Port:")) return ports(line, value);
        return said(line, value);
    }

    private static @Nullable List<String> said(String line, String value) {
        if (line.contains("NewReplicaSet:")) return List.of(value.replaceFirst(" \\(.*", ""));
        if (line.strip().matches("Type: .*\\(.*\\)")) return List.of(value.replaceFirst(" \\(.*", ""));
        if (line.contains("Access Modes:")) return List.of(value.replaceAll("[\\[\\]]", ""));
        if (line.startsWith("Node:")) return List.of(value.split("/"));
        if (line.startsWith("Replicas:") && value.contains("|"))
            return List.of(
                    value.replaceFirst(".*\\| (\\d+ updated).*", "$1"),
                    value.replaceFirst(".*\\| (\\d+ available).*", "$1"));
        if (value.matches("\\(v1:.*\\)")) return List.of(value.substring(4, value.length() - 1));
        if (value.matches("\\d+ \\((limits|requests)\\..*\\)")) return List.of(value.replaceAll(".*\\((.*)\\)", "$1"));
        if (line.matches(" +\\S+ +(True|False|Unknown) +[A-Z][a-z]{2}, .*"))
            return List.of(line.replaceAll("[A-Z][a-z]{2}, \\d\\d [A-Z].*? \\+0000", " ")
                    .strip()
                    .split("\\s{2,}"));
        if (value.matches(".* op=Exists( for 300s)?")) return List.of(value.replaceFirst(" op=.*", ""));
        return null;
    }

    /// A host's port is said where there is one.
    private static List<String> ports(String line, String value) {
        List<String> all = new ArrayList<>();
        boolean host = line.contains("Host Port");
        for (String each : value.replaceAll("[()]", "").split("[,\\s]+")) {
            boolean number = each.matches("\\d+/[A-Z]+");
            if (each.startsWith("<") || (host && (!number || each.startsWith("0/")))) continue;
            String bare = each.replaceFirst("/[A-Z]+$", "");
            all.add(host ? "hostPort " + bare : bare);
        }
        return all;
    }
}
