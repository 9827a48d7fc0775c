package dev.vigie.contract;

import dev.vigie.demo.model.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// What was heard, without what may differ: UIDs, versions, times, addresses, made-up endings, and the long texts that
/// describe columns. A UID keeps its number in the order of appearance, so that the same object stays the same.
final class Plain {
    private static final Pattern UID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    private static final Pattern ADDRESS = Pattern.compile("(127\\.0\\.0\\.1):\\d+");
    private static final Pattern CLUSTER_ADDRESS = Pattern.compile("10\\.96\\.\\d+\\.\\d+");
    private static final Pattern VERSIONS = Pattern.compile(
            "(?i)((?:resource version|resourceVersion)[a-z ]*[:(]?) ?\\d+( \\(\\d+\\))?(, current: \\d+)?");
    private static final Pattern QUOTED = Pattern.compile("Invalid value: (\"\\{\\\\\".*\\}\"): ");
    /// The real server looks over the addresses it gave now and then, and says so where it met one on its way.
    private static final Pattern REPAIRS =
            Pattern.compile("(?m)^Events: *\\n +Type .*\\n +---- .*\\n(?: +Warning +ClusterIPNotAllocated .*\\n)+");

    private static final Pattern FRESH = Pattern.compile("\\d{1,2}s");

    private final boolean owners;
    private final Map<String, String> uids = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    private Plain(boolean owners) {
        this.owners = owners;
    }

    /// As text: one field a line, fields in order of their names.
    static String of(Talk talk) {
        Plain plain = new Plain(talk.comparesOwners());
        plain.madeNames(talk.written());
        JsonNode tree = plain.node("", talk.written());
        return tree.toPrettyString();
    }

    /// The same for what kubectl printed.
    static String printed(String text) {
        Plain plain = new Plain(true);
        String lines = plain.text("", StringNode.valueOf(REPAIRS.matcher(text).replaceAll("Events: <none>\n")))
                .asString()
                .replaceAll("(resourceVersion\"?: \"?)\\d+", "$1<version>")
                .replaceAll("\\b\\d{1,2}s( *)(?=\\s|$)", "<age>")
                .replaceAll("(nodePort\"?:) \\d+", "$1 <port>")
                .replaceAll("(?m)^(CreationTimestamp|Created):.*$", "$1: <time>")
                .replaceAll(":3\\d{4}/", ":<port>/");
        return lines.replaceAll("(?m)(?<=\\S) {2,}", "  ").replaceAll("(?m) +$", "");
    }

    /// A refused patch shows the whole object as JSON, whose fields may stand in any order.
    private String quoted(String text) {
        Matcher object = QUOTED.matcher(text);
        return object.replaceAll(found -> {
            String json = JsonMapper.shared().readTree(found.group(1)).asString();
            JsonNode plain = node("", JsonMapper.shared().readTree(json));
            return Matcher.quoteReplacement("Invalid value: " + plain + ": ");
        });
    }

    private void madeNames(JsonNode node) {
        String prefix = Json.text(node, "generateName");
        String name = Json.text(node, "name");
        if (!prefix.isEmpty() && name.startsWith(prefix) && name.length() == prefix.length() + 5) {
            names.put(name, prefix + "<made>");
        }
        node.forEach(this::madeNames);
    }

    private JsonNode node(String field, JsonNode node) {
        return switch (node) {
            case ObjectNode object -> object(object);
            case ArrayNode array -> {
                ArrayNode plain = array.arrayNode();
                array.forEach(each -> plain.add(node(field, each)));
                boolean owned = field.equals("managedFields");
                if (owned || field.endsWith("ourceRules") || conflicts(plain)) yield inOrder(plain);
                yield plain;
            }
            default ->
                field.equals("nodePort") ? StringNode.valueOf("<port>") : node.isString() ? text(field, node) : node;
        };
    }

    /// Who conflicts is named in any order.
    private static boolean conflicts(ArrayNode list) {
        return Json.text(list.path(0), "reason").equals("FieldManagerConflict");
    }

    /// Rules come in any order; owners in that of their times, which may fall into one second or into two.
    private static ArrayNode inOrder(ArrayNode rules) {
        List<JsonNode> sorted = new ArrayList<>();
        rules.forEach(sorted::add);
        sorted.sort(Comparator.comparing(JsonNode::toString));
        return rules.arrayNode().addAll(sorted);
    }

    private static String query(String path) {
        return path.replaceAll("continue=[A-Za-z0-9_-]{8,}", "continue=<continue>")
                .replaceAll("resourceVersion=\\d{2,}", "resourceVersion=<version>");
    }

    private ObjectNode object(ObjectNode object) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        object.properties().forEach(each -> sorted.put(each.getKey(), each.getValue()));
        if (!owners) sorted.remove("managedFields");
        if (sorted.containsKey("gitCommit"))
            List.of("gitCommit", "goVersion", "compiler").forEach(sorted::remove);
        if (sorted.containsKey("priority")) sorted.remove("description");
        ObjectNode plain = object.objectNode();
        sorted.forEach((field, value) -> plain.set(field, node(field, value)));
        return plain;
    }

    private JsonNode text(String field, JsonNode node) {
        String text = node.asString();
        if (field.equals("resourceVersion") && !text.isEmpty() && !text.equals("0"))
            return StringNode.valueOf("<version>");
        if (field.equals("continue")) return StringNode.valueOf("<continue>");
        if (field.equals("cells") && FRESH.matcher(text).matches()) return StringNode.valueOf("<age>");
        for (Map.Entry<String, String> made : names.entrySet()) text = text.replace(made.getKey(), made.getValue());
        text = UID.matcher(text)
                .replaceAll(found -> uids.computeIfAbsent(found.group(), uid -> "<uid " + (uids.size() + 1) + ">"));
        text = TIME.matcher(text).replaceAll("<time>");
        if (text.contains("Invalid value: \"{\\\"")) text = quoted(text);
        text = text.replaceAll("kube-api-access-[a-z0-9]{5}", "kube-api-access-<made>");
        if (field.equals("cells")) text = text.replaceAll(":3\\d{4}/", ":<port>/");
        text = ADDRESS.matcher(text).replaceAll("$1:<port>");
        text = CLUSTER_ADDRESS.matcher(text).replaceAll("<cluster address>");
        if (field.equals("asked") || field.equals("watched")) text = query(text);
        text = text.replace("/second/", "/registry/");
        text = VERSIONS.matcher(text).replaceAll(found -> Matcher.quoteReplacement(found.group(1) + " <version>"));
        return StringNode.valueOf(text);
    }
}
