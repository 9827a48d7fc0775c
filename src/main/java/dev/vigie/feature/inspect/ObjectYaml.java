package dev.vigie.feature.inspect;

import dev.vigie.ui.Shown;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An object as YAML.
public final class ObjectYaml {
    private ObjectYaml() {}

    /// Keys in the order of the alphabet, as kubectl prints them.
    public static String text(JsonNode object) {
        DumperOptions block = new DumperOptions();
        block.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        block.setWidth(Integer.MAX_VALUE);
        block.setSplitLines(false);
        block.setAllowUnicode(true);
        block.setNonPrintableStyle(DumperOptions.NonPrintableStyle.ESCAPE);
        Object value = sorted(JsonMapper.shared().convertValue(object, Object.class));
        return LongLines.broken(
                new Yaml(new SafeConstructor(new LoaderOptions()), new Lines(block), block).dump(value));
    }

    private static @Nullable Object sorted(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> all = new TreeMap<>();
                map.forEach((key, each) -> all.put(String.valueOf(key), sorted(each)));
                yield all;
            }
            case List<?> list -> {
                List<@Nullable Object> all = new java.util.ArrayList<>();
                for (Object each : list) all.add(sorted(each));
                yield all;
            }
            default -> value;
        };
    }

    /// Texts of several lines stand as such, where YAML can write them so; those that could be taken for something else
    /// stand in double quotes, as kubectl writes them.
    private static final class Lines extends Representer {
        Lines(DumperOptions options) {
            super(options);
        }

        @Override
        protected Node representScalar(Tag tag, String value, DumperOptions.ScalarStyle style) {
            boolean several = value.contains("\n") && Shown.text(value).equals(value) && !value.contains(" \n");
            if (several) return super.representScalar(tag, value, DumperOptions.ScalarStyle.LITERAL);
            boolean quoted = tag.equals(Tag.STR) && !value.contains("\n") && Ambiguous.text(value);
            return super.representScalar(tag, value, quoted ? DumperOptions.ScalarStyle.DOUBLE_QUOTED : style);
        }
    }
}
