package dev.vigie.demo.inside.given;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.demo.image.Images;
import dev.vigie.demo.inside.shell.Network;
import dev.vigie.demo.model.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class GivenTest {
    private final Shelf shelf = new Shelf()
            .with(
                    "configmaps",
                    "{'metadata':{'namespace':'shop','name':'c'},'data':{'THEME':'dark','a.txt':'one'},"
                            + "'binaryData':{'b.bin':'AQI='}}")
            .with("secrets", "{'kind':'Secret','metadata':{'namespace':'shop','name':'s'},'data':{'key':'c2VjcmV0'}}")
            .with(
                    "services",
                    "{'metadata':{'namespace':'shop','name':'my-api'},'spec':{'clusterIP':'10.96.0.7',"
                            + "'ports':[{'name':'http','port':80}]}}")
            .with("services", "{'metadata':{'namespace':'shop','name':'db'},'spec':{'clusterIP':'None'}}")
            .with(
                    "services",
                    "{'metadata':{'namespace':'shop','name':'empty'},'spec':{'clusterIP':'10.96.0.8',"
                            + "'ports':[{'port':80}]}}")
            .with("services", "{'metadata':{'namespace':'other','name':'far'},'spec':{'clusterIP':'10.96.0.9'}}")
            .with("endpointslices.discovery.k8s.io", slice("my-api", "http", 8080, "web", "10.244.0.5"))
            .with("endpointslices.discovery.k8s.io", slice("db", "", 8080, "db-0", "10.244.0.5"))
            .with("pods", pod("web", "10.244.0.5"));

    private final ObjectNode pod = Shelf.json(pod("front", "10.244.0.4"));

    private static String slice(String service, String port, int number, String host, String address) {
        return "{'metadata':{'namespace':'shop','name':'" + service + "-x','labels':{'kubernetes.io/service-name':'"
                + service + "'}},'ports':[{'name':'" + port + "','port':" + number + "}],'endpoints':[{'hostname':'"
                + host + "','addresses':['" + address + "'],'conditions':{'ready':true}}]}";
    }

    private static String pod(String name, String address) {
        return "{'metadata':{'namespace':'shop','name':'" + name + "','uid':'u','labels':{'app':'x','tier':'y'}},"
                + "'spec':{'nodeName':'node-1','containers':[{'name':'main','image':'ghcr.io/acme/app:1','ports':"
                + "[{'containerPort':8080}]}]},'status':{'phase':'Running','podIP':'" + address + "',"
                + "'containerStatuses':[{'name':'main','state':{'running':{'startedAt':'2026-11-23T10:00:00Z'}}}]}}";
    }

    @Test
    void the_environment_is_what_the_spec_says_and_the_services_of_the_namespace() {
        ObjectNode container =
                Shelf.json("{'name':'main','envFrom':[{'prefix':'C_','configMapRef':{'name':'c'}}],'env':["
                        + "{'name':'PLAIN','value':'v'},{'name':'FILLED','value':'$(PLAIN)-$(MY_API_SERVICE_HOST)-$(NONE)-$$(PLAIN)'},"
                        + "{'name':'NODE','valueFrom':{'fieldRef':{'fieldPath':'spec.nodeName'}}},"
                        + "{'name':'LABEL','valueFrom':{'fieldRef':{'fieldPath':\"metadata.labels['app']\"}}},"
                                .replace("\"metadata.labels['app']\"", "'metadata.labels[\\u0027app\\u0027]'")
                        + "{'name':'HIDDEN','valueFrom':{'secretKeyRef':{'name':'s','key':'key'}}},"
                        + "{'name':'THEME','valueFrom':{'configMapKeyRef':{'name':'c','key':'THEME'}}},"
                        + "{'name':'NOT','valueFrom':{'configMapKeyRef':{'name':'c','key':'x','optional':true}}},"
                        + "{'name':'MEM','valueFrom':{'resourceFieldRef':{'resource':'limits.memory','divisor':'1Mi'}}}],"
                        + "'resources':{'limits':{'memory':'64Mi'}}}");
        Map<String, String> found = Environment.of(shelf, pod, container);
        found.keySet().removeIf(name -> name.startsWith("EMPTY_") || name.startsWith("MY_API_PORT"));
        assertThat(new TreeMap<>(found))
                .isEqualTo(new TreeMap<>(Map.ofEntries(
                        Map.entry("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
                        Map.entry("HOSTNAME", "front"),
                        Map.entry("HOME", "/root"),
                        Map.entry("C_THEME", "dark"),
                        Map.entry("C_a.txt", "one"),
                        Map.entry("PLAIN", "v"),
                        Map.entry("FILLED", "v-10.96.0.7-$(NONE)-$(PLAIN)"),
                        Map.entry("NODE", "node-1"),
                        Map.entry("LABEL", "x"),
                        Map.entry("HIDDEN", "secret"),
                        Map.entry("THEME", "dark"),
                        Map.entry("MEM", "64"),
                        Map.entry("MY_API_SERVICE_HOST", "10.96.0.7"),
                        Map.entry("MY_API_SERVICE_PORT", "80"),
                        Map.entry("MY_API_SERVICE_PORT_HTTP", "80"))));
    }

    @Test
    void volumes_hold_the_files_of_their_sources() {
        assertThat(files("{'name':'v','configMap':{'name':'c'}}"))
                .isEqualTo(Map.of("THEME", "dark", "a.txt", "one", "b.bin", "\u0001\u0002"));
        assertThat(files("{'name':'v','secret':{'secretName':'s','items':[{'key':'key','path':'d/k'}]}}"))
                .isEqualTo(Map.of("d/k", "secret"));
        assertThat(files(
                        "{'name':'v','projected':{'sources':[{'configMap':{'name':'c','items':[{'key':'a.txt','path':'a'}]}},"
                                + "{'downwardAPI':{'items':[{'path':'ns','fieldRef':{'fieldPath':'metadata.namespace'}},"
                                + "{'path':'labels','fieldRef':{'fieldPath':'metadata.labels'}}]}}]}}"))
                .isEqualTo(Map.of("a", "one", "ns", "shop", "labels", "app=\"x\"\ntier=\"y\""));
        assertThat(files("{'name':'v','emptyDir':{}}")).isEmpty();
    }

    private Map<String, String> files(String volume) {
        ObjectNode copy = pod.deepCopy();
        Json.object(copy, "spec").putArray("volumes").add(Shelf.json(volume));
        Map<String, String> texts = new TreeMap<>();
        Contents.of(shelf, copy, "v")
                .forEach((path, bytes) -> texts.put(path, new String(bytes, StandardCharsets.UTF_8)));
        return texts;
    }

    private Neighbours neighbours() {
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-23T11:00:00Z"));
        return new Neighbours(shelf, new Listening(new Images(), clock), pod);
    }

    @Test
    void names_are_resolved_as_cluster_dns_does() {
        Neighbours all = neighbours();
        assertThat(all.resolve("my-api")).containsExactly("10.96.0.7");
        assertThat(all.resolve("my-api.shop.svc.cluster.local.")).containsExactly("10.96.0.7");
        assertThat(all.resolve("far")).isEmpty();
        assertThat(all.resolve("far.other")).containsExactly("10.96.0.9");
        assertThat(all.resolve("db")).containsExactly("10.244.0.5");
        assertThat(all.resolve("db-0.db")).containsExactly("10.244.0.5");
        assertThat(all.resolve("db-1.db")).isEmpty();
        assertThat(all.resolve("front")).containsExactly("10.244.0.4");
        assertThat(all.resolve("example.com")).isEmpty();
        assertThat(all.resolve("192.0.2.1")).containsExactly("192.0.2.1");
        assertThat(all.fullName("my-api")).isEqualTo("my-api.shop.svc.cluster.local");
    }

    @Test
    void a_service_leads_to_the_ports_of_its_pods() {
        Neighbours all = neighbours();
        assertThat(all.get("my-api", 80, "/")).isInstanceOf(Network.Answer.Page.class);
        assertThat(all.get("10.244.0.5", 8080, "/")).isInstanceOf(Network.Answer.Page.class);
        assertThat(all.get("10.244.0.5", 81, "/")).isEqualTo(new Network.Answer.ConnectionRefused());
        assertThat(all.get("my-api", 81, "/")).isEqualTo(new Network.Answer.TimedOut());
        assertThat(all.get("empty", 80, "/")).isEqualTo(new Network.Answer.ConnectionRefused());
        assertThat(all.get("nobody", 80, "/")).isEqualTo(new Network.Answer.UnknownHost());
        assertThat(all.get("192.0.2.1", 80, "/")).isEqualTo(new Network.Answer.TimedOut());
    }
}
