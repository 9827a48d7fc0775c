package dev.vigie.feature.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.ui.reading.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// YAML as it is coloured and folded.
class YamlLinesTest {
    private static final String POD = """
            apiVersion: v1
            data:
              "odd: key": 'a: b'
              script: |
                key: in a script
                - no entry

                # end
              size: 12
            metadata:
              managedFields:
              - apiVersion: v1
                fieldsV1:
                  f:spec:
                    k:{"name":"web"}:
                      .: {}
                manager: vigie
              - apiVersion: v1
              name: a
            spec:
              containers:
              - args:
                - -c
                - |
                  echo
                image: registry:5000/web:1
                ready: true
                url: http://a
              empty: {}
            """;

    private static List<String> blocks(Written of) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < of.lines().size(); i++) {
            Written.Line line = of.lines().get(i);
            if (line.last() > i) all.add(line.block() + " " + (i + 1) + "-" + (line.last() + 1));
        }
        return all;
    }

    private static String inked(Written of, int line) {
        return of.inked().pieces(line - 1, of.lines().get(line - 1).raw()).stream()
                .filter(piece -> !piece.text().isBlank())
                .map(piece -> piece.ink() + "[" + piece.text().strip() + "]")
                .collect(Collectors.joining(" "));
    }

    @Test
    void blocks_are_told_by_their_path() {
        assertThat(blocks(YamlLines.of(POD)))
                .containsExactly(
                        "data 2-9",
                        "data.script 4-8",
                        "metadata 10-19",
                        "metadata.managedFields 11-18",
                        "metadata.managedFields[0] 12-17",
                        "metadata.managedFields[0].fieldsV1 13-16",
                        "metadata.managedFields[0].fieldsV1.f:spec 14-16",
                        "metadata.managedFields[0].fieldsV1.f:spec.k:{\"name\":\"web\"} 15-16",
                        "spec 20-29",
                        "spec.containers 21-28",
                        "spec.containers[0] 22-28",
                        "spec.containers[0].args[1] 24-25");
    }

    @Test
    void keys_strings_numbers_and_keywords_have_their_ink() {
        Written yaml = YamlLines.of(POD);
        assertThat(inked(yaml, 3)).isEqualTo("KEY[\"odd: key\"] PLAIN[:] STRING['a: b']");
        assertThat(inked(yaml, 4)).isEqualTo("KEY[script] PLAIN[:] KEYWORD[|]");
        assertThat(inked(yaml, 5)).isEqualTo("STRING[key: in a script]");
        assertThat(inked(yaml, 9)).isEqualTo("KEY[size] PLAIN[:] NUMBER[12]");
        assertThat(inked(yaml, 15)).isEqualTo("KEY[k:{\"name\":\"web\"}] PLAIN[:]");
        assertThat(inked(yaml, 16)).isEqualTo("KEY[.] PLAIN[:] PLAIN[{}]");
        assertThat(inked(yaml, 22)).isEqualTo("PLAIN[-] KEY[args] PLAIN[:]");
        assertThat(inked(yaml, 23)).isEqualTo("PLAIN[-] STRING[-c]");
        assertThat(inked(yaml, 26)).isEqualTo("KEY[image] PLAIN[:] STRING[registry:5000/web:1]");
        assertThat(inked(yaml, 27)).isEqualTo("KEY[ready] PLAIN[:] KEYWORD[true]");
        assertThat(inked(yaml, 28)).isEqualTo("KEY[url] PLAIN[:] STRING[http://a]");
    }

    @Test
    void the_text_is_kept_to_the_letter() {
        Written yaml = YamlLines.of(POD);
        assertThat(yaml.lines().stream().map(line -> line.raw() + "\n").collect(Collectors.joining()))
                .isEqualTo(POD);
    }
}
