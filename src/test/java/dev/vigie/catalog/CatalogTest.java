package dev.vigie.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.base.Gvk;
import dev.vigie.kind.Column;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Tone;
import dev.vigie.live.FakeRow;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A row as kubectl prints it, and the tone it wears.
class CatalogTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pods | Ready:1/1;Status:Running;Restarts:0 | OK",
                "pods | Ready:1/1;Status:Running;Restarts:12 (3h ago) | WARN",
                "pods | Ready:0/1;Status:Running;Restarts:0 | PROGRESS",
                "pods | Ready:0/1;Status:CrashLoopBackOff;Restarts:7 (48s ago) | ERROR",
                "pods | Ready:0/1;Status:Init:ImagePullBackOff;Restarts:0 | ERROR",
                "pods | Ready:0/1;Status:Init:1/2;Restarts:0 | PROGRESS",
                "pods | Ready:0/1;Status:Init:Error;Restarts:0 | ERROR",
                "pods | Ready:0/1;Status:ContainerCreating;Restarts:0 | PROGRESS",
                "pods | Ready:0/1;Status:Completed;Restarts:0 | DONE",
                "pods | Ready:0/1;Status:OOMKilled;Restarts:1 | ERROR",
                "pods | Ready:1/1;Status:Terminating;Restarts:0 | ENDING",
                "pods | Ready:0/1;Status:SomethingNew;Restarts:0 | QUIET",
                "deployments.apps | Ready:3/3;Up-to-date:3;Available:3 | OK",
                "deployments.apps | Ready:2/3;Up-to-date:3;Available:2 | WARN",
                "deployments.apps | Ready:0/3;Up-to-date:3;Available:0 | ERROR",
                "deployments.apps | Ready:3/3;Up-to-date:1;Available:3 | PROGRESS",
                "deployments.apps | Ready:0/0;Up-to-date:0;Available:0 | DONE",
                "replicasets.apps | Desired:0;Current:0;Ready:0 | DONE",
                "replicasets.apps | Desired:3;Current:3;Ready:1 | WARN",
                "statefulsets.apps | Ready:0/2 | ERROR",
                "daemonsets.apps | Desired:3;Current:3;Ready:3;Up-to-date:2;Available:3 | PROGRESS",
                "jobs.batch | Status:Failed;Completions:0/1 | ERROR",
                "jobs.batch | Status:Complete;Completions:1/1 | DONE",
                "cronjobs.batch | Suspend:True;Active:0 | QUIET",
                "cronjobs.batch | Suspend:False;Active:1 | PROGRESS",
                "nodes | Status:Ready | OK",
                "nodes | Status:Ready,SchedulingDisabled | WARN",
                "nodes | Status:NotReady | ERROR",
                "persistentvolumeclaims | Status:Pending | PROGRESS",
                "persistentvolumeclaims | Status:Lost | ERROR",
                "persistentvolumes | Status:Released | WARN",
                "namespaces | Status:Terminating | ENDING",
                "services | External-IP:<pending> | PROGRESS",
                "services | External-IP:<none> | QUIET",
                "events | Type:Warning | WARN",
                "events | Type:Normal | QUIET",
                "horizontalpodautoscalers.autoscaling | Targets:cpu: <unknown>/80%;MaxPods:5;Replicas:1 | WARN",
                "horizontalpodautoscalers.autoscaling | Targets:cpu: 20%/80%;MaxPods:5;Replicas:5 | WARN",
                "certificates.cert-manager.io | Ready:True | OK",
                "certificates.cert-manager.io | Ready:False | WARN",
                "certificates.cert-manager.io | Ready:False;Status:Issuing certificate as Secret does not exist | WARN",
                "certificates.cert-manager.io | Ready:True;Status:Certificate is up to date | OK",
                "applications.argoproj.io | Sync Status:OutOfSync | WARN",
                "apiservices.apiregistration.k8s.io | Available:False (MissingEndpoints) | WARN",
                "applications.argoproj.io | Sync Status:Synced;Health Status:Degraded | WARN",
                "things.example.com | Colour:red | QUIET",
                "things.example.com | Phase:Failed | ERROR",
                "things.example.com | Phase:Whatever | QUIET"
            })
    void a_row_wears_the_tone_of_its_state(String resource, String cells, Tone tone) {
        assertThat(Catalog.of(kind(resource)).tone(cells(cells))).isEqualTo(tone);
    }

    @Test
    void what_is_wrong_is_said_so_that_it_means_something_alone() {
        assertThat(Catalog.of(kind("certificates.cert-manager.io"))
                        .trouble(cells("Ready:False;Status:Issuing certificate")))
                .isEqualTo("Ready: False");
        assertThat(Catalog.of(kind("horizontalpodautoscalers.autoscaling"))
                        .trouble(cells("Targets:cpu: 20%/80%;MaxPods:5;Replicas:5")))
                .isEqualTo("at its maximum");
    }

    @Test
    void numbers_wear_a_tone_only_when_they_are_the_cause() {
        KnownKind pods = Catalog.of(kind("pods"));
        Cells crash = cells("Ready:0/1;Status:CrashLoopBackOff;Restarts:7");
        assertThat(pods.cause("Ready", crash)).isEqualTo(Tone.ERROR);
        assertThat(pods.cause("Restarts", crash)).isEqualTo(Tone.QUIET);
        Cells many = cells("Ready:1/1;Status:Running;Restarts:12 (3h ago)");
        assertThat(pods.cause("Restarts", many)).isEqualTo(Tone.WARN);
        assertThat(pods.cause("Ready", cells("Ready:0/1;Status:Pending;Restarts:0")))
                .isEqualTo(Tone.QUIET);
    }

    @Test
    void a_row_without_any_cell_bears_every_kind() {
        for (String resource :
                List.of("pods", "deployments.apps", "jobs.batch", "nodes", "events", "x.y.z", "services")) {
            KnownKind known = Catalog.of(kind(resource));
            Cells none = new Cells(FakeRow.of("", "x"), List.of());
            assertThat(known.tone(none)).isNotEqualTo(Tone.ERROR);
            assertThat(known.cause("Ready", none)).isEqualTo(Tone.QUIET);
        }
    }

    private static Cells cells(String spec) {
        String[] pairs = spec.split(";");
        List<Column> columns = Arrays.stream(pairs)
                .map(pair -> new Column(pair.substring(0, pair.indexOf(':')), "string", "", "", 0))
                .toList();
        String[] cells = Arrays.stream(pairs)
                .map(pair -> pair.substring(pair.indexOf(':') + 1))
                .toArray(String[]::new);
        return new Cells(FakeRow.of("shop", "x", cells), columns);
    }

    private static Kind kind(String resource) {
        int dot = resource.indexOf('.');
        String plural = dot < 0 ? resource : resource.substring(0, dot);
        String group = dot < 0 ? "" : resource.substring(dot + 1);
        return new Kind(new Gvk(group, "v1", "X"), plural, "x", List.of(), List.of(), true, List.of("list"));
    }
}
