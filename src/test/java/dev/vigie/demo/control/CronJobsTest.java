package dev.vigie.demo.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.demo.model.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// What CronJobs do, from 19:00 on; as a real control plane was seen to do.
class CronJobsTest {
    private static final int MINUTE =
            (int) (Instant.parse("2026-11-23T19:00:00Z").getEpochSecond() / 60);

    private final Stage stage = new Stage(3);

    private void cron(String image, String spec) {
        stage.objects.put("cronjobs.batch", """
                {"apiVersion":"batch/v1","kind":"CronJob","metadata":{"name":"tick","namespace":"shop"},
                 "spec":{"schedule":"* * * * *","suspend":false,"concurrencyPolicy":"Allow",
                  "successfulJobsHistoryLimit":3,"failedJobsHistoryLimit":1,%s
                  "jobTemplate":{"metadata":{"labels":{"a":"b"}},
                   "spec":{"parallelism":1,"completions":1,"backoffLimit":0,"selector":{"matchLabels":{"app":"tick"}},
                   "template":{"metadata":{"labels":{"app":"tick"}},
                    "spec":{"restartPolicy":"Never","containers":[{"name":"c","image":"%s"}]}}}}}}""".formatted(spec, image));
        stage.run();
    }

    private ObjectNode status() {
        return Json.object(stage.object("cronjobs.batch", "tick"), "status");
    }

    private static String job(int minutes) {
        return "tick-" + (MINUTE + minutes);
    }

    private List<String> jobs() {
        return stage.all("jobs.batch").stream().map(Json::name).toList();
    }

    private List<String> active() {
        return Json.list(status(), "active").stream()
                .map(each -> Json.text(each, "name"))
                .toList();
    }

    private void suspend(boolean suspend) {
        stage.change("cronjobs.batch", "tick", each -> Json.object(each, "spec").put("suspend", suspend));
    }

    @Test
    void a_cron_job_makes_a_job_when_it_is_due_and_notes_how_it_went() {
        cron("job:1", "\"timeZone\":\"Europe/Paris\",");
        stage.pass(59);
        assertThat(jobs()).isEmpty();
        stage.pass(2);
        ObjectNode job = stage.object("jobs.batch", job(1));
        assertThat(Json.strings(job, "metadata", "annotations"))
                .containsEntry("batch.kubernetes.io/cronjob-scheduled-timestamp", "2026-11-23T20:01:00+01:00");
        assertThat(Json.strings(job, "metadata", "labels")).containsEntry("a", "b");
        assertThat(Json.text(Owners.controller(job), "kind")).isEqualTo("CronJob");
        assertThat(active()).containsExactly(job(1));
        assertThat(Json.text(Json.list(status(), "active").getFirst(), "uid")).isEqualTo(Json.uid(job));
        assertThat(Json.text(status(), "lastScheduleTime")).isEqualTo("2026-11-23T19:01:00Z");
        stage.pass(20);
        String ended = Json.text(stage.object("jobs.batch", job(1)), "status", "completionTime");
        assertThat(status().toString())
                .isEqualTo("{\"lastScheduleTime\":\"2026-11-23T19:01:00Z\",\"lastSuccessfulTime\":\"" + ended + "\"}");
        assertThat(stage.events("CronJob"))
                .containsExactly(
                        "Normal SuccessfulCreate Created job " + job(1),
                        "Normal SawCompletedJob Saw completed job: " + job(1) + ", condition: Complete");
    }

    @Test
    void only_the_last_jobs_are_kept() {
        cron("job:1", "\"successfulJobsHistoryLimit\":2,");
        stage.pass(Duration.ofMinutes(5).plusSeconds(30));
        assertThat(jobs()).containsExactly(job(4), job(5));
        assertThat(stage.events("CronJob", "SuccessfulDelete"))
                .containsExactly(
                        "Normal SuccessfulDelete Deleted job " + job(1),
                        "Normal SuccessfulDelete Deleted job " + job(2),
                        "Normal SuccessfulDelete Deleted job " + job(3));
        assertThat(stage.all("pods")).hasSize(2);
    }

    @Test
    void only_the_last_failed_job_is_kept() {
        cron("crash:1", "");
        stage.pass(Duration.ofMinutes(3).plusSeconds(30));
        assertThat(jobs()).containsExactly(job(3));
        assertThat(status().has("lastSuccessfulTime")).isFalse();
        assertThat(stage.events("CronJob", "SawCompletedJob"))
                .contains("Normal SawCompletedJob Saw completed job: " + job(1) + ", condition: Failed");
    }

    @Test
    void jobs_that_take_long_run_side_by_side_when_that_is_allowed() {
        cron("web:1", "");
        stage.pass(Duration.ofMinutes(3).plusSeconds(1));
        assertThat(active()).containsExactly(job(1), job(2), job(3));
    }

    @Test
    void a_job_is_not_started_while_another_one_runs_when_that_is_forbidden() {
        cron("web:1", "\"concurrencyPolicy\":\"Forbid\",");
        stage.pass(Duration.ofMinutes(3).plusSeconds(1));
        assertThat(jobs()).containsExactly(job(1));
        assertThat(Json.text(status(), "lastScheduleTime")).isEqualTo("2026-11-23T19:01:00Z");
        assertThat(stage.events("CronJob", "JobAlreadyActive"))
                .containsExactly(
                        "Normal JobAlreadyActive Not starting job because prior execution is running and concurrency policy is Forbid");
        stage.objects.delete("jobs.batch", "shop", job(1), "Background");
        stage.run();
        assertThat(stage.events("CronJob", "MissingJob"))
                .containsExactly("Normal MissingJob Active job went missing: " + job(1));
        assertThat(jobs()).containsExactly(job(3));
    }

    @Test
    void a_new_job_takes_the_place_of_the_one_that_runs_when_it_is_to_be_replaced() {
        cron("web:1", "\"concurrencyPolicy\":\"Replace\",");
        stage.pass(Duration.ofMinutes(2).plusSeconds(10));
        assertThat(jobs()).containsExactly(job(2));
        assertThat(active()).containsExactly(job(2));
        assertThat(stage.events("CronJob"))
                .containsExactly(
                        "Normal SuccessfulCreate Created job " + job(1),
                        "Normal SuccessfulDelete Deleted job " + job(1),
                        "Normal SuccessfulCreate Created job " + job(2));
        assertThat(stage.all("pods")).hasSize(1);
    }

    @Test
    void a_suspended_cron_job_starts_the_last_one_it_missed_when_it_may() {
        cron("job:1", "\"suspend\":true,");
        stage.pass(Duration.ofHours(3).plusSeconds(30));
        assertThat(jobs()).isEmpty();
        suspend(false);
        assertThat(jobs()).containsExactly(job(180));
        assertThat(stage.events("CronJob", "TooManyMissedTimes"))
                .containsExactly("Warning TooManyMissedTimes too many missed start times. "
                        + "Set or decrease .spec.startingDeadlineSeconds or check clock skew");
        stage.pass(40);
        assertThat(jobs()).containsExactly(job(180), job(181));
    }

    @Test
    void what_was_missed_longer_ago_than_the_deadline_is_not_started() {
        cron("job:1", "\"suspend\":true,\"startingDeadlineSeconds\":20,");
        stage.pass(Duration.ofMinutes(2).plusSeconds(30));
        suspend(false);
        assertThat(jobs()).isEmpty();
        assertThat(status().has("lastScheduleTime")).isFalse();
        stage.pass(31);
        assertThat(jobs()).containsExactly(job(3));
    }

    @Test
    void a_job_that_somebody_made_from_it_is_noticed() {
        cron("job:1", "\"suspend\":true,");
        ObjectNode byHand = Json.object(stage.object("cronjobs.batch", "tick"), "spec", "jobTemplate")
                .deepCopy();
        byHand.put("apiVersion", "batch/v1").put("kind", "Job");
        Json.object(byHand, "metadata").put("name", "by-hand").put("namespace", "shop");
        Owners.own(stage.object("cronjobs.batch", "tick"), byHand);
        stage.objects.create("jobs.batch", byHand);
        stage.pass(20);
        assertThat(stage.events("CronJob"))
                .containsExactly(
                        "Warning UnexpectedJob Saw a job that the controller did not create or forgot: by-hand");
        assertThat(Json.text(status(), "lastSuccessfulTime"))
                .isEqualTo(Json.text(stage.object("jobs.batch", "by-hand"), "status", "completionTime"));
    }

    @Test
    void a_deleted_cron_job_takes_its_jobs_and_their_pods_along() {
        cron("web:1", "");
        stage.pass(Duration.ofMinutes(2).plusSeconds(10));
        stage.objects.delete("cronjobs.batch", "shop", "tick", "Background");
        stage.pass(10);
        assertThat(jobs()).isEmpty();
        assertThat(stage.all("pods")).isEmpty();
    }

    private static String next(String schedule, String zone, String after) {
        CronSchedule parsed = CronSchedule.parse(schedule, zone);
        return parsed == null ? "not understood" : String.valueOf(parsed.next(Instant.parse(after)));
    }

    @Test
    void schedules_are_read_as_cron_reads_them() {
        String monday = "2026-11-23T19:00:00Z";
        assertThat(next("*/15 * * * *", "", monday)).isEqualTo("2026-11-23T19:15:00Z");
        assertThat(next("0 3 * * *", "", monday)).isEqualTo("2026-11-24T03:00:00Z");
        assertThat(next("0 3 * * *", "Europe/Paris", monday)).isEqualTo("2026-11-24T02:00:00Z");
        assertThat(next("30 8 * * mon-fri", "", "2026-11-27T09:00:00Z")).isEqualTo("2026-11-30T08:30:00Z");
        assertThat(next("0 0 1,15 * *", "", monday)).isEqualTo("2026-12-01T00:00:00Z");
        assertThat(next("0 0 13 * 5", "", monday)).isEqualTo("2026-11-27T00:00:00Z");
        assertThat(next("0 0 29 feb *", "", monday)).isEqualTo("2028-02-29T00:00:00Z");
        assertThat(next("@weekly", "", monday)).isEqualTo("2026-11-29T00:00:00Z");
        assertThat(next("0 0 31 2 *", "", monday)).isEqualTo("null");
        assertThat(next("61 * * * *", "", monday)).isEqualTo("not understood");
        assertThat(next("* * * *", "", monday)).isEqualTo("not understood");
    }
}
