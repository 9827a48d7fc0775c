package dev.vigie.demo.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import org.yaml.snakeyaml.scanner.ScannerException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A body in YAML as a JSON tree; its dates stay texts.
final class Yaml {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Yaml() {}

    /// An `IllegalArgumentException` says what is wrong in the words of the real server.
    static JsonNode tree(String text) {
        try {
            DumperOptions dumping = new DumperOptions();
            LoaderOptions loading = new LoaderOptions();
            Object value = new org.yaml.snakeyaml.Yaml(
                            new SafeConstructor(loading),
                            new Representer(dumping),
                            dumping,
                            loading,
                            new WithoutDates())
                    .load(text);
            return MAPPER.valueToTree(value);
        } catch (MarkedYAMLException e) {
            String problem = String.valueOf(e.getProblem())
                    .replace("not allowed here", "not allowed in this context")
                    .replaceFirst("^expected (.*), but (got|found) .*", "did not find expected $1")
                    .replaceFirst("^found character .* cannot start.*", "found character that cannot start any token");
            throw new IllegalArgumentException("yaml: " + line(e) + problem, e);
        } catch (YAMLException e) {
            throw new IllegalArgumentException("yaml: " + e.getMessage(), e);
        }
    }

    /// The real server's reader counts lines from 0, names no line 0, and one more where it met a strange character.
    private static String line(MarkedYAMLException fault) {
        int line = fault.getProblemMark() == null ? 0 : fault.getProblemMark().getLine();
        if (line > 0 && fault instanceof ScannerException) line++;
        return line == 0 ? "" : "line " + line + ": ";
    }

    /// An answer in YAML for those who name that before JSON.
    static Answer asWished(Call call, Answer answer) {
        boolean wished = call.header("accept").split("[,;]")[0].trim().equals("application/yaml");
        if (!wished || !(answer instanceof Answer.Whole whole) || !whole.type().equals("application/json"))
            return answer;
        DumperOptions block = new DumperOptions();
        block.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        Object value = sorted(MAPPER.convertValue(Wire.tree(whole.body()), Object.class));
        byte[] text = new org.yaml.snakeyaml.Yaml(
                        new SafeConstructor(new LoaderOptions()), new Representer(block), block)
                .dump(value)
                .getBytes(StandardCharsets.UTF_8);
        return new Answer.Whole(whole.code(), "application/yaml", text, whole.warnings());
    }

    private static Object sorted(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, Object> all = new TreeMap<>();
                map.forEach((key, each) -> all.put(String.valueOf(key), sorted(each)));
                yield all;
            }
            case List<?> list -> list.stream().map(each -> sorted(each)).toList();
            default -> value;
        };
    }

    private static final class WithoutDates extends Resolver {
        @Override
        public void addImplicitResolver(Tag tag, Pattern words, String first, int limit) {
            if (!tag.equals(Tag.TIMESTAMP)) super.addImplicitResolver(tag, words, first, limit);
        }
    }
}
