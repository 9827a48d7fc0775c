package dev.vigie.feature.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.promises.Shows;
import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.TestCluster;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The YAML that is read is to the letter what kubectl prints, also with what the server notes for itself.
@RealCluster
class YamlOnRealClusterTest {
    @Test
    @Shows("U1")
    void with_and_without_managed_fields_it_is_kubectls(TestCluster bed) {
        String namespace = bed.newNamespace();
        bed.nodes("node-22");
        bed.kubectl().create(DescribedObjects.yaml(namespace).replace("node-21", "node-22"));
        bed.kubectl()
                .apply(
                        "{apiVersion: v1, kind: ConfigMap, metadata: {name: settings}, data: {mode: \"on\"}}",
                        "-n",
                        namespace);
        for (String what :
                List.of("pod/all", "deployment/web", "service/front", "configmap/settings", "cronjob/nightly")) {
            for (String shown : List.of("false", "true")) {
                String[] words = {"get", what, "-n", namespace, "--show-managed-fields=" + shown};
                // whoever looks twice may find another state
                for (int tries = 0; ; tries++) {
                    String ours = ObjectYaml.text(bed.kubectl().json(words));
                    String theirs = bed.kubectl()
                            .out("get", what, "-n", namespace, "--show-managed-fields=" + shown, "-o", "yaml");
                    if (!ours.equals(theirs) && tries < 5) continue;
                    assertThat(ours).as(what).isEqualTo(theirs);
                    String lines = YamlLines.of(ours).lines().stream()
                            .map(line -> line.raw() + "\n")
                            .collect(Collectors.joining());
                    assertThat(lines).isEqualTo(theirs);
                    break;
                }
            }
        }
    }
}
