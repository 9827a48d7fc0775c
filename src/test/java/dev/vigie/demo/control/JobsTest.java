package dev.vigie.demo.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.demo.model.Json;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// What Jobs do. Counts, conditions and events are those that a real control plane was seen to write.
class JobsTest {
    private static final String NOT_SAID = "-?";

    private final Stage stage = new Stage(3);

    private void job(String image, String spec) {
        stage.objects.put("jobs.batch", """
                {"apiVersion":"batch/v1","kind":"Job","metadata":{"name":"task","namespace":"shop"},
                 "spec":{"parallelism":1,"completions":1,"backoffLimit":6,%s
                  "selector":{"matchLabels":{"job-name":"task"}},
                  "template":{"metadata":{"labels":{"job-name":"task"}},
                   "spec":{"restartPolicy":"Never","containers":[{"name":"c","image":"%s"}]}}}}""".formatted(spec, image));
        stage.run();
    }

    private void suspend(boolean suspend) {
        stage.change("jobs.batch", "task", each -> Json.object(each, "spec").put("suspend", suspend));
    }

    private ObjectNode status() {
        return (ObjectNode) stage.object("jobs.batch", "task").get("status");
    }

    /// Without times.
    private String counts() {
        ObjectNode copy = status().deepCopy();
        copy.remove(List.of("conditions", "startTime", "completionTime", "uncountedTerminatedPods"));
        return copy.toString();
    }

    private List<String> conditions() {
        return Json.list(status(), "conditions").stream()
                .map(each ->
                        Json.text(each, "type") + "=" + Json.text(each, "status") + " " + Json.text(each, "reason"))
                .toList();
    }

    /// Without the random ends of pods' names.
    private List<String> events() {
        return stage.events("Job").stream()
                .map(each -> each.replaceAll("(pod: .*)-[a-z0-9]{5}$", "$1" + NOT_SAID))
                .toList();
    }

    private List<ObjectNode> pods(Predicate<ObjectNode> which) {
        return stage.all("pods").stream().filter(which).toList();
    }

    @Test
    void a_job_runs_its_pods_side_by_side_until_enough_have_succeeded() {
        job("job:1", "\"parallelism\":2,\"completions\":3,");
        assertThat(counts()).isEqualTo("{\"active\":2,\"ready\":0,\"terminating\":0}");
        stage.pass(30);
        assertThat(counts()).isEqualTo("{\"ready\":0,\"terminating\":0,\"succeeded\":3}");
        assertThat(conditions())
                .containsExactly("SuccessCriteriaMet=True CompletionsReached", "Complete=True CompletionsReached");
        assertThat(Json.text(Conditions.find(status(), "Complete"), "message"))
                .isEqualTo("Reached expected number of succeeded pods");
        assertThat(Json.text(status(), "completionTime"))
                .isEqualTo(Json.text(Conditions.find(status(), "Complete"), "lastTransitionTime"));
        assertThat(status().get("uncountedTerminatedPods")).isEmpty();
        assertThat(events())
                .containsExactly(
                        "Normal SuccessfulCreate Created pod: task-?",
                        "Normal SuccessfulCreate Created pod: task-?",
                        "Normal SuccessfulCreate Created pod: task-?",
                        "Normal Completed Job completed");
        assertThat(pods(Jobs::tracked)).isEmpty();
        assertThat(pods(pod -> Pods.phase(pod).equals("Succeeded"))).hasSize(3);
    }

    @Test
    void failed_pods_are_replaced_after_longer_and_longer_waits_until_the_limit() {
        job("crash:1", "\"backoffLimit\":2,");
        stage.pass(9);
        assertThat(counts()).isEqualTo("{\"ready\":0,\"terminating\":0,\"failed\":1}");
        stage.pass(6);
        assertThat(pods(pod -> true)).hasSize(2);
        stage.pass(15);
        assertThat(pods(pod -> true)).hasSize(2);
        stage.pass(30);
        assertThat(counts()).isEqualTo("{\"ready\":0,\"terminating\":0,\"failed\":3}");
        assertThat(conditions())
                .containsExactly("FailureTarget=True BackoffLimitExceeded", "Failed=True BackoffLimitExceeded");
        assertThat(events())
                .containsExactly(
                        "Normal SuccessfulCreate Created pod: task-?",
                        "Normal SuccessfulCreate Created pod: task-?",
                        "Normal SuccessfulCreate Created pod: task-?",
                        "Warning BackoffLimitExceeded Job has reached the specified backoff limit");
        assertThat(status().has("completionTime")).isFalse();
        stage.pass(600);
        assertThat(pods(pod -> true)).hasSize(3);
    }

    @Test
    void containers_that_may_restart_count_their_restarts() {
        job("crash:1", "\"backoffLimit\":2,");
        stage.objects.delete("jobs.batch", "shop", "task", "Background");
        stage.pass(5);
        ObjectNode job = stage.objects.put("jobs.batch", """
                {"apiVersion":"batch/v1","kind":"Job","metadata":{"name":"again","namespace":"shop"},
                 "spec":{"parallelism":1,"completions":1,"backoffLimit":2,"selector":{"matchLabels":{"job-name":"again"}},
                  "template":{"metadata":{"labels":{"job-name":"again"}},
                   "spec":{"restartPolicy":"OnFailure","containers":[{"name":"c","image":"crash:1"}]}}}}""");
        stage.pass(90);
        assertThat(Jobs.finished(stage.object("jobs.batch", Json.name(job)))).isEqualTo("Failed");
        assertThat(Json.number(0, stage.object("jobs.batch", "again"), "status", "failed"))
                .isEqualTo(1);
        assertThat(stage.all("pods")).isEmpty();
    }

    @Test
    void a_job_that_takes_too_long_ends_its_pods_and_has_failed_when_they_are_gone() {
        job("web:1", "\"activeDeadlineSeconds\":10,\"parallelism\":2,\"completions\":2,");
        stage.pass(9);
        assertThat(counts()).isEqualTo("{\"active\":2,\"ready\":2,\"terminating\":0}");
        stage.pass(1);
        assertThat(counts()).isEqualTo("{\"ready\":0,\"terminating\":2,\"failed\":2}");
        assertThat(conditions()).containsExactly("FailureTarget=True DeadlineExceeded");
        stage.pass(5);
        assertThat(counts()).isEqualTo("{\"ready\":0,\"terminating\":0,\"failed\":2}");
        assertThat(conditions()).containsExactly("FailureTarget=True DeadlineExceeded", "Failed=True DeadlineExceeded");
        assertThat(events())
                .containsExactly(
                        "Normal SuccessfulCreate Created pod: task-?",
                        "Normal SuccessfulCreate Created pod: task-?",
                        "Normal SuccessfulDelete Deleted pod: task-?",
                        "Normal SuccessfulDelete Deleted pod: task-?",
                        "Warning DeadlineExceeded Job was active longer than specified deadline");
        assertThat(stage.all("pods")).isEmpty();
    }

    @Test
    void a_suspended_job_ends_its_pods_without_calling_them_failed_and_starts_anew() {
        job("web:1", "\"parallelism\":2,\"completions\":2,");
        stage.pass(5);
        suspend(true);
        assertThat(status().has("startTime")).isFalse();
        stage.pass(5);
        assertThat(counts()).isEqualTo("{\"ready\":0,\"terminating\":0}");
        assertThat(conditions()).containsExactly("Suspended=True JobSuspended");
        assertThat(stage.all("pods")).isEmpty();
        String now = Times.seconds(stage.now());
        suspend(false);
        assertThat(counts()).isEqualTo("{\"ready\":0,\"terminating\":0,\"active\":2}");
        assertThat(conditions()).containsExactly("Suspended=False JobResumed");
        assertThat(Json.text(status(), "startTime")).isEqualTo(now);
        assertThat(events())
                .containsSubsequence(
                        "Normal SuccessfulDelete Deleted pod: task-?",
                        "Normal SuccessfulDelete Deleted pod: task-?",
                        "Normal Suspended Job suspended",
                        "Normal SuccessfulCreate Created pod: task-?",
                        "Normal SuccessfulCreate Created pod: task-?",
                        "Normal Resumed Job resumed");
    }

    @Test
    void a_job_born_suspended_waits() {
        job("job:1", "\"suspend\":true,");
        stage.pass(60);
        assertThat(stage.all("pods")).isEmpty();
        assertThat(counts()).isEqualTo("{\"ready\":0,\"terminating\":0}");
        suspend(false);
        stage.pass(20);
        assertThat(conditions())
                .containsExactly(
                        "Suspended=False JobResumed",
                        "SuccessCriteriaMet=True CompletionsReached",
                        "Complete=True CompletionsReached");
    }

    @Test
    void less_parallelism_takes_pods_away_that_have_not_failed() {
        job("web:1", "\"parallelism\":3,\"completions\":3,");
        stage.pass(5);
        stage.change("jobs.batch", "task", each -> Json.object(each, "spec").put("parallelism", 1));
        stage.pass(5);
        assertThat(counts()).isEqualTo("{\"active\":1,\"ready\":1,\"terminating\":0}");
        assertThat(stage.all("pods")).hasSize(1);
    }

    @Test
    void a_pod_that_is_deleted_by_hand_has_failed_and_is_replaced_ten_seconds_later() {
        job("web:1", "\"backoffLimit\":2,");
        stage.pass(5);
        stage.objects.delete("pods", "shop", Json.name(stage.pod("task")), "Background");
        stage.run();
        assertThat(counts()).isEqualTo("{\"ready\":0,\"terminating\":1,\"failed\":1}");
        stage.pass(9);
        assertThat(stage.all("pods")).isEmpty();
        stage.pass(1);
        assertThat(counts()).isEqualTo("{\"ready\":0,\"terminating\":0,\"failed\":1,\"active\":1}");
    }

    @Test
    void an_indexed_job_gives_each_pod_its_part() {
        job("job:1", "\"completionMode\":\"Indexed\",\"parallelism\":2,\"completions\":4,");
        assertThat(stage.all("pods"))
                .extracting(pod -> Json.text(pod, "metadata", "generateName"))
                .containsExactly("task-0-", "task-1-");
        ObjectNode second = stage.pod("task-1-");
        assertThat(Json.text(second, "metadata", "annotations", Jobs.INDEX)).isEqualTo("1");
        assertThat(Pods.label(second, Jobs.INDEX)).isEqualTo("1");
        assertThat(Json.text(second, "spec", "hostname")).isEqualTo("task-1");
        assertThat(Json.at(second, "spec", "containers"))
                .hasToString(
                        "[{\"name\":\"c\",\"image\":\"job:1\",\"env\":[{\"name\":\"JOB_COMPLETION_INDEX\",\"valueFrom\":"
                                + "{\"fieldRef\":{\"fieldPath\":\"metadata.labels['batch.kubernetes.io/job-completion-index']\"}}}]}]");
        stage.pass(8);
        assertThat(counts())
                .isEqualTo("{\"active\":2,\"ready\":2,\"terminating\":0,\"completedIndexes\":\"0,1\",\"succeeded\":2}");
        stage.pass(20);
        assertThat(counts()).isEqualTo("{\"ready\":0,\"terminating\":0,\"completedIndexes\":\"0-3\",\"succeeded\":4}");
    }

    @Test
    void a_queue_is_done_when_one_pod_has_succeeded_and_none_is_left() {
        job("job:1", "\"parallelism\":2,");
        stage.objects.delete("jobs.batch", "shop", "task", "Background");
        stage.pass(40);
        stage.objects.put("jobs.batch", """
                {"apiVersion":"batch/v1","kind":"Job","metadata":{"name":"queue","namespace":"shop"},
                 "spec":{"parallelism":2,"backoffLimit":6,"selector":{"matchLabels":{"job-name":"queue"}},
                  "template":{"metadata":{"labels":{"job-name":"queue"}},
                   "spec":{"restartPolicy":"Never","containers":[{"name":"c","image":"job:1"}]}}}}""");
        stage.pass(20);
        assertThat(Json.number(0, stage.object("jobs.batch", "queue"), "status", "succeeded"))
                .isEqualTo(2);
        assertThat(Jobs.finished(stage.object("jobs.batch", "queue"))).isEqualTo("Complete");
    }

    @Test
    void a_finished_job_goes_with_its_pods_when_its_time_has_passed() {
        job("job:1", "\"ttlSecondsAfterFinished\":30,");
        stage.pass(20);
        assertThat(Jobs.finished(stage.object("jobs.batch", "task"))).isEqualTo("Complete");
        stage.pass(30);
        assertThat(stage.find("jobs.batch", "task")).isNull();
        assertThat(stage.all("pods")).isEmpty();
    }

    @Test
    void a_deleted_job_takes_its_running_pods_along() {
        job("web:1", "\"parallelism\":2,\"completions\":2,");
        stage.pass(5);
        stage.objects.delete("jobs.batch", "shop", "task", "Background");
        stage.pass(5);
        assertThat(stage.all("pods")).isEmpty();
    }

    @Test
    void a_quota_that_is_full_is_told_and_tried_again() {
        stage.objects.quota = "exceeded quota: small, requested: pods=1, used: pods=2, limited: pods=2";
        job("job:1", "");
        assertThat(events())
                .containsExactly("Warning FailedCreate Error creating: "
                        + "pods \"" + failedName() + "\" is forbidden: exceeded quota: small, requested: pods=1, "
                        + "used: pods=2, limited: pods=2");
        stage.objects.quota = null;
        stage.pass(30);
        assertThat(Jobs.finished(stage.object("jobs.batch", "task"))).isEqualTo("Complete");
    }

    private String failedName() {
        String event = stage.events("Job").getFirst();
        return event.substring(event.indexOf('"') + 1, event.lastIndexOf('"'));
    }

    @Test
    void indexes_are_written_as_ranges() {
        assertThat(List.of("", "0", "0,1", "0-2", "1,3-5,7,8"))
                .allSatisfy(text ->
                        assertThat(JobIndexes.text(JobIndexes.parse(text))).isEqualTo(text));
    }

    @Test
    void at_rest_a_job_writes_nothing() {
        job("web:1", "");
        stage.pass(30);
        int writes = stage.objects.writes();
        stage.pass(120);
        assertThat(stage.objects.writes()).isEqualTo(writes);
    }
}
