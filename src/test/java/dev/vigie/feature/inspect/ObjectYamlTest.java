package dev.vigie.feature.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An object as YAML.
class ObjectYamlTest {
    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    @Test
    void keys_stand_in_order_lists_are_not_indented_and_lines_stay_lines() {
        String text = ObjectYaml.text(json("""
                {"spec": {"b": [1, {"name": "x", "args": ["-c", "80"]}], "a": true, "nothing": null, "empty": {}},
                 "kind": "Thing", "data": {"conf": "one\\n  two\\n", "on": "on", "text": "a: b"}}"""));
        assertThat(text).isEqualTo("""
                data:
                  conf: |
                    one
                      two
                  "on": "on"
                  text: 'a: b'
                kind: Thing
                spec:
                  a: true
                  b:
                  - 1
                  - args:
                    - -c
                    - "80"
                    name: x
                  empty: {}
                  nothing: null
                """);
    }

    @Test
    void whatever_the_texts_are_they_are_read_back_the_same() {
        String[] nasty = {
            "0x1F",
            "1e3",
            "yes",
            "~",
            "null",
            "2026-01-01",
            " x ",
            "\tx",
            "- x",
            "# x",
            "a #b",
            "*a",
            "&a",
            "!a",
            "|",
            "%",
            "@",
            "`",
            "\"",
            "'",
            "\u001b[31m",
            "\u202eabc",
            "\n",
            "a\n",
            "a\n\n",
            " a\nb",
            "a \nb",
            "é",
            "1:30",
            "",
            "a\r\nb",
            "\ufeff"
        };
        for (String each : nasty) {
            JsonNode object = JsonMapper.shared().createObjectNode().put("x", each);
            Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(ObjectYaml.text(object));
            assertThat(JsonMapper.shared().valueToTree(read).equals(object))
                    .as(each + " as " + ObjectYaml.text(object))
                    .isTrue();
        }
    }

    @Test
    void long_scalars_are_broken_where_kubectl_breaks_them() {
        String words = "this is a long text with many words that goes on and on until it is longer"
                + " than eighty characters in all, I think";
        var map = tools.jackson.databind.json.JsonMapper.shared().createObjectNode();
        var data = map.putObject("data");
        data.put("plain", words);
        data.put("q", "key: " + words);
        data.put("dq", "#" + words + "\ttab");
        // as kubectl create configmap --dry-run=client -o yaml prints it
        org.assertj.core.api.Assertions.assertThat(ObjectYaml.text(map)).isEqualTo("""
                data:
                  dq: "#this is a long text with many words that goes on and on until it is longer
                    than eighty characters in all, I think\\ttab"
                  plain: this is a long text with many words that goes on and on until it is longer
                    than eighty characters in all, I think
                  q: 'key: this is a long text with many words that goes on and on until it is longer
                    than eighty characters in all, I think'
                """);
        org.assertj.core.api.Assertions.assertThat(
                        YamlLines.of(ObjectYaml.text(map)).lines())
                .filteredOn(line -> !line.block().isEmpty())
                .extracting(line -> line.block() + " " + line.last())
                .contains("data 6", "data.plain 4");
    }
}
