package dev.vigie.demo.api;

import dev.vigie.demo.model.Refused;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A body in YAML as a JSON tree; its dates stay texts.
final class Yaml {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Yaml() {}

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
        } catch (YAMLException e) {
            throw Refused.badRequest("error converting YAML to JSON: yaml: " + e.getMessage());
        }
    }

    private static final class WithoutDates extends Resolver {
        @Override
        public void addImplicitResolver(Tag tag, Pattern words, String first, int limit) {
            if (!tag.equals(Tag.TIMESTAMP)) super.addImplicitResolver(tag, words, first, limit);
        }
    }
}
