package dev.vigie.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.base.Messages;
import dev.vigie.kind.Page;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Why objects other than pods do not stand well: the cause, what shows it, what to do.
class PageCausesTest {
    @BeforeEach
    @AfterEach
    void english() {
        Messages.speak(Locale.ENGLISH);
    }

    /// Written with single quotes.
    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    private static Page page(String resource, String object) {
        return Catalog.of(DemoPagesTest.kind(resource)).page(json(object));
    }

    private static String title(String resource, String object) {
        Page.Why why = page(resource, object).why();
        return why == null ? "" : why.tone() + " " + why.title();
    }

    @Test
    void a_replica_set_whose_selector_does_not_choose_its_own_pods_says_so() {
        String object = """
                {'spec': {'replicas': 2, 'selector': {'matchLabels': {'app': 'web'},
                  'matchExpressions': [{'key': 'tier', 'operator': 'In', 'values': ['a', 'b']}]},
                  'template': {'metadata': {'labels': {'app': 'web', 'tier': '%s'}}}}}""";
        assertThat(title("replicasets.apps", object.formatted("a"))).isEmpty();
        assertThat(PageLines.head(page("replicasets.apps", object.formatted("c"))))
                .containsExactly(
                        "ERROR Not enough pods | 0 of 2 ready",
                        "ERROR! Its selector does not choose its own pods",
                        "Every pod that it makes is a stranger to it, so it would make more and more of them.",
                        "  Selector: {app=web, tier in (a, b)=}",
                        "  Labels of the template: {app=web, tier=c}",
                        "> Make the labels of the template and the selector alike. A selector cannot be changed "
                                + "afterwards: make it anew.");
    }

    @Test
    void a_replication_controller_writes_its_selector_as_labels_alone() {
        assertThat(PageLines.sections(page("replicationcontrollers", """
                {'spec': {'replicas': 0, 'selector': {'app': 'old'},
                  'template': {'metadata': {'labels': {'app': 'old'}}}}}""")))
                .startsWith(
                        "# ReplicaSet",
                        "  Owner: none: it was made by itself, and nobody rolls it out",
                        "  Pods: 0 wanted, 0 there, 0 ready",
                        "  Selector: {app=old}",
                        "  Template: its labels are what the selector chooses");
    }

    @Test
    void a_stateful_set_with_a_partition_counts_from_its_first_number() {
        assertThat(PageLines.sections(page("statefulsets.apps", """
                {'metadata': {'name': 'db', 'namespace': 'a'}, 'spec': {'replicas': 2, 'ordinals': {'start': 5},
                 'podManagementPolicy': 'Parallel', 'serviceName': '', 'persistentVolumeClaimRetentionPolicy':
                 {'whenDeleted': 'Delete', 'whenScaled': 'Retain'}, 'volumeClaimTemplates': [{'metadata':
                 {'name': 'd'}, 'spec': {}}], 'updateStrategy': {'type': 'RollingUpdate',
                 'rollingUpdate': {'partition': 1}}}}""")))
                .containsExactly(
                        "# StatefulSet",
                        "  Pods: 2 wanted, 0 there, 0 ready",
                        "  Service: none: its pods have no DNS name of their own",
                        "  Order: All pods begin and end at once",
                        "  Strategy: Only pods from number 6 on are made anew; those before stay as they are (partition)",
                        "# Pods",
                        "  * db-5 [QUIET ]",
                        "      Pod: Pod(db-5)",
                        "      Claims: PersistentVolumeClaim(d-db-5)",
                        "  * db-6 [QUIET ]",
                        "      Pod: Pod(db-6)",
                        "      Claims: PersistentVolumeClaim(d-db-6)",
                        "# Claim templates",
                        "  Scaled down: the claims and their data stay",
                        "  Deleted: the claims are deleted with their data",
                        "  * d [QUIET ]",
                        "# Containers");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BackoffLimitExceeded | ERROR It gave up after 4 failed pods
            DeadlineExceeded | ERROR It did not end in time
            PodFailurePolicy | ERROR A failure that its policy does not forgive
            FailedIndexes | ERROR Some of its numbers failed
            MaxFailedIndexesExceeded | ERROR Some of its numbers failed
            Whatever | ERROR It failed
            """)
    void a_job_says_why_it_gave_up(String reason, String title) {
        assertThat(title("jobs.batch", """
                {'status': {'failed': 4, 'conditions': [{'type': 'Failed', 'status': 'True', 'reason': '%s'}]}}""".formatted(reason))).isEqualTo(title);
    }

    @Test
    void a_cron_job_that_cannot_run_says_so_and_names_no_run() {
        Instant now = Instant.parse("2026-11-24T10:07:00Z");
        Page wrong = CronJobPage.of(json("{'spec': {'schedule': '0 25 * * *'}}"), now);
        assertThat(PageLines.head(wrong))
                .containsExactly(
                        "ERROR Unreadable | Unreadable: Kubernetes does not take “25”",
                        "ERROR! Its schedule cannot be read",
                        "Kubernetes does not take a schedule or a time zone like this, so it does not run.",
                        "  Schedule: `0 25 * * *`",
                        "> Write five fields (minute, hour, day of the month, month, day of the week 0-6) or a word "
                                + "such as @daily.");
        Page never = CronJobPage.of(json("{'spec': {'schedule': '0 0 30 2 *', 'timeZone': 'Asia/Tokyo'}}"), now);
        assertThat(PageLines.sections(never))
                .startsWith(
                        "# Schedule",
                        "  Runs: At 00:00, on day 30 of the month, in February",
                        "  Schedule: `0 0 30 2 *`",
                        "  Time zone: Asia/Tokyo",
                        "  Next runs: none within five years");
        Page nowhere = CronJobPage.of(json("{'spec': {'schedule': '@daily', 'timeZone': 'Moon/Sea'}}"), now);
        assertThat(nowhere.standing().word()).isEqualTo("Unreadable");
    }

    @Test
    void a_cron_job_counts_its_runs_in_its_own_time_zone() {
        Messages.speak(Locale.FRENCH);
        Page page = CronJobPage.of(
                json("{'spec': {'schedule': '30 2 * * *', 'timeZone': 'Europe/Paris', 'suspend': true}}"),
                Instant.parse("2027-10-30T12:00:00Z"));
        assertThat(PageLines.sections(page))
                .contains(
                        "  Exécution: À 02:30, tous les jours",
                        "  S'exécuterait: dim. 31 oct. 2027, 02:30 / dim. 31 oct. 2027, 02:30 / lun. 1 nov. 2027, 02:30"
                                + " / mar. 2 nov. 2027, 02:30 / mer. 3 nov. 2027, 02:30");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AbleToScale | FailedGetScale | x | ERROR It does not find its target
            ScalingActive | FailedGetResourceMetric | missing request for cpu in container a | ERROR A container has no request
            ScalingActive | FailedGetResourceMetric | no metrics returned | ERROR It does not get its figures
            ScalingActive | FailedGetExternalMetric | x | ERROR It does not get its figures
            ScalingActive | AmbiguousSelector | x | ERROR It cannot tell which pods are its own
            ScalingActive | ScalingDisabled | x | WARN Its target is scaled to 0
            ScalingActive | Other | x | ERROR It does not scale
            """)
    void an_autoscaler_says_why_it_does_not_scale(String type, String reason, String message, String title) {
        assertThat(title("horizontalpodautoscalers.autoscaling", """
                {'spec': {'maxReplicas': 3}, 'status': {'conditions': [{'type': '%s', 'status': 'False',
                  'reason': '%s', 'message': '%s'}]}}""".formatted(type, reason, message)))
                .isEqualTo(title);
    }

    @Test
    void an_autoscaler_shows_every_sort_of_figure_and_those_of_the_old_version() {
        assertThat(PageLines.sections(page("horizontalpodautoscalers.autoscaling", """
                {'spec': {'metrics': [
                  {'type': 'Pods', 'pods': {'metric': {'name': 'rps'}, 'target': {'type': 'AverageValue', 'averageValue': '10'}}},
                  {'type': 'ContainerResource', 'containerResource': {'name': 'memory', 'container': 'app',
                    'target': {'type': 'AverageValue', 'averageValue': '1Gi'}}},
                  {'type': 'Object', 'object': {'metric': {'name': 'hits'}, 'describedObject': {'kind': 'Ingress', 'name': 'i'},
                    'target': {'type': 'Value', 'value': '2k'}}}],
                 'targetCPUUtilizationPercentage': 60},
                 'status': {'currentCPUUtilizationPercentage': 61, 'currentMetrics': [
                  {'type': 'Pods', 'pods': {'metric': {'name': 'rps'}, 'current': {'averageValue': '9500m'}}},
                  {'type': 'ContainerResource', 'containerResource': {'name': 'memory', 'container': 'app',
                    'current': {'averageValue': '1100Mi'}}}]}}""")))
                .containsExactly(
                        "# HorizontalPodAutoscaler",
                        "  Pods: 0 there, 0 desired",
                        "# Figures",
                        "  * rps [QUIET 9500m / 10]",
                        "      Now: 9500m",
                        "      Aim: 10",
                        "      Counted: average of the pods",
                        "  * memory [WARN 1100Mi / 1Gi]",
                        "      Now: 1100Mi",
                        "      Aim: 1Gi",
                        "      Counted: average of container app",
                        "  * hits [QUIET ]",
                        "      Now: not known",
                        "      Aim: 2k",
                        "      Counted: Ingress i",
                        "  * cpu [WARN 61 % / 60 %]",
                        "      Now: 61 %",
                        "      Aim: 60 %");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'phase': 'Bound'} | {} | {} |
            {'phase': 'Lost'} | {} | {} | ERROR Its volume is gone
            {'phase': 'Pending'} | {'volumeName': 'v'} | {} | WARN It waits for one volume
            {'phase': 'Pending'} | {'storageClassName': ''} | {} | WARN No volume fits it
            {'phase': 'Pending'} | {'storageClassName': 's'} | {} | WARN It waits for a volume
            {'phase': 'Pending'} | {} | {} | WARN It has no class
            {'phase': 'Pending'} | {} | {'volume.kubernetes.io/storage-provisioner': 'p'} | WARN Its volume is being made
            """)
    void a_claim_says_why_it_waits(String status, String spec, String notes, String title) {
        assertThat(title("persistentvolumeclaims", """
                {'status': %s, 'spec': %s, 'metadata': {'annotations': %s}}""".formatted(status, spec, notes)))
                .isEqualTo(title == null ? "" : title);
    }

    @Test
    void a_released_volume_says_whose_it_was_and_how_it_is_used_again() {
        assertThat(PageLines.head(page("persistentvolumes", """
                {'status': {'phase': 'Released'}, 'spec': {'capacity': {'storage': '1Gi'},
                 'persistentVolumeReclaimPolicy': 'Retain', 'claimRef': {'namespace': 'a', 'name': 'c'}}}""")))
                .containsExactly(
                        "WARN Released | 1Gi",
                        "WARN! Its claim is gone",
                        "It keeps its data and nobody gets it: a new claim, even of the same name, does not take it.",
                        "  Was for: a/c",
                        "  After its claim: the volume and its data stay, until somebody removes them (Retain)",
                        "> To use the data again, remove spec.claimRef and make a claim that names this volume. "
                                + "Or delete it.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NamespaceDeletionDiscoveryFailure | WARN The server cannot tell what is in it
            NamespaceDeletionContentFailure | WARN Some of its objects cannot be deleted
            NamespaceFinalizersRemaining | WARN Finalizers keep it from ending
            NamespaceContentRemaining | WARN It still has objects
            """)
    void a_namespace_says_why_it_does_not_end(String type, String title) {
        String object = """
                {'status': {'phase': '%s', 'conditions': [{'type': 'NamespaceContentRemaining', 'status': 'True',
                  'message': 'Some resources are remaining'}, {'type': '%s', 'status': 'True'}]}}""";
        assertThat(title("namespaces", object.formatted("Terminating", type))).isEqualTo(title);
        assertThat(title("namespaces", object.formatted("Active", type))).isEmpty();
    }

    private static String quota(String cpu, int pods) {
        return """
                {'spec': {'hard': {'cpu': '2', 'pods': '10', 'services.nodeports': '0'}},
                 'status': {'used': {'cpu': '%s', 'pods': '%d', 'services.nodeports': '0'}}}""".formatted(cpu, pods);
    }

    @Test
    void a_quota_warns_when_it_is_nearly_and_says_when_it_is_wholly_used() {
        List<String> heads = List.of(quota("1500m", 1), quota("1600m", 1), quota("1600m", 10), quota("2", 10)).stream()
                .map(text -> PageLines.head(page("resourcequotas", text)).getFirst())
                .toList();
        assertThat(heads)
                .containsExactly(
                        "OK Room left | ",
                        "WARN Nearly used up | ",
                        "ERROR Used up | pods",
                        "ERROR Used up | cpu, pods");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 | 2 | 3 | WARN Too few of its pods are healthy
            3 | 3 | 3 | WARN It never lets a pod go
            2 | 2 | 3 | WARN No pod may be evicted now
            0 | 0 | 0 |
            """)
    void a_budget_says_why_no_pod_may_go(int healthy, int wanted, int all, String title) {
        assertThat(title("poddisruptionbudgets.policy", """
                {'status': {'disruptionsAllowed': 0, 'currentHealthy': %d, 'desiredHealthy': %d, 'expectedPods': %d}}""".formatted(healthy, wanted, all)))
                .isEqualTo(title == null ? "" : title);
    }

    @Test
    void a_lease_that_ran_out_says_so() {
        JsonNode lease = json("""
                {'spec': {'holderIdentity': 'node-1', 'leaseDurationSeconds': 40,
                 'renewTime': '2026-11-24T10:00:00.000000Z', 'leaseTransitions': 2}}""");
        assertThat(PageLines.head(LeasePage.of(lease, Instant.parse("2026-11-24T10:00:40Z"))))
                .containsExactly("OK Held | node-1");
        assertThat(PageLines.head(LeasePage.of(lease, Instant.parse("2026-11-24T10:00:41Z"))))
                .containsExactly("WARN Not renewed | its holder has let it run out");
    }
}
