package dev.vigie.catalog;

import dev.vigie.base.Age;
import dev.vigie.base.Messages;
import dev.vigie.catalog.json.Fields;
import dev.vigie.kind.Fact;
import dev.vigie.kind.Page;
import dev.vigie.kind.Page.Section;
import dev.vigie.kind.Page.Standing;
import dev.vigie.kind.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A Job: how far it came, what it may still try, and why it gave up.
final class JobPage {
    private static final Messages TEXTS = Messages.of("pages");

    private final JsonNode object;
    private final int succeeded;
    private final int failed;
    private final int active;

    private JobPage(JsonNode object) {
        this.object = object;
        succeeded = WorkloadPage.status(object, "succeeded");
        failed = WorkloadPage.status(object, "failed");
        active = WorkloadPage.status(object, "active");
    }

    static Page of(JsonNode object) {
        JobPage page = new JobPage(object);
        return new Page(
                page.standing(),
                page.why(),
                List.of(
                        Section.of("Job", page.facts()),
                        Section.of(TEXTS.say("job.limits"), page.limits()),
                        WorkloadPage.containers(object)));
    }

    private Standing standing() {
        if (Fields.has(object, "metadata", "deletionTimestamp")) return new Standing(Tone.ENDING, "Terminating", "");
        String line = done();
        if (ended("Complete")) return new Standing(Tone.DONE, TEXTS.say("job.complete"), line);
        if (ended("Failed") || ended("FailureTarget")) return new Standing(Tone.ERROR, TEXTS.say("job.failed"), line);
        if (Fields.is(object, "spec", "suspend")) return new Standing(Tone.QUIET, TEXTS.say("suspended"), line);
        if (active > 0) return new Standing(Tone.PROGRESS, TEXTS.say("running"), line);
        return Fields.has(object, "status", "startTime")
                ? new Standing(Tone.PROGRESS, TEXTS.say("job.between"), line)
                : new Standing(Tone.QUIET, TEXTS.say("job.unstarted"), "");
    }

    private String done() {
        int wanted = Fields.number(-1, object, "spec", "completions");
        return wanted < 0 ? TEXTS.say("job.succeeded", succeeded) : TEXTS.say("job.of", succeeded, wanted);
    }

    private boolean ended(String condition) {
        JsonNode found = Conditions.named(object, condition);
        return found != null && Fields.text(found, "status").equals("True");
    }

    private List<Fact> facts() {
        int wanted = Fields.number(-1, object, "spec", "completions");
        int abreast = Fields.number(1, object, "spec", "parallelism");
        boolean indexed = Fields.text(object, "spec", "completionMode").equals("Indexed");
        Instant began = Fields.moment(object, "status", "startTime");
        return WorkloadPage.owner(new Lines(), object)
                .words(TEXTS.say("wanted"), wanted < 0 ? TEXTS.say("job.queue") : TEXTS.say("job.wanted", wanted))
                .words(TEXTS.say("job.abreast"), String.valueOf(abreast))
                .words(TEXTS.say("job.mode"), indexed ? TEXTS.say("job.indexed") : "")
                .words(TEXTS.say("now"), TEXTS.say("job.now", succeeded, failed, active))
                .code(TEXTS.say("job.done.indexes"), Fields.text(object, "status", "completedIndexes"))
                .code(TEXTS.say("job.failed.indexes"), Fields.text(object, "status", "failedIndexes"))
                .since(TEXTS.say("started"), began)
                .since(TEXTS.say("ended"), end())
                .words(TEXTS.say("duration"), duration(began, end()))
                .facts();
    }

    /// When it ended, well or not; null while it goes on.
    private @Nullable Instant end() {
        Instant well = Fields.moment(object, "status", "completionTime");
        JsonNode failure = Conditions.named(object, "Failed");
        return well != null || failure == null || !ended("Failed")
                ? well
                : Fields.moment(failure, "lastTransitionTime");
    }

    private static String duration(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null || to.isBefore(from)
                ? ""
                : Age.print(Duration.between(from, to).toSeconds());
    }

    private List<Fact> limits() {
        int after = Fields.number(-1, object, "spec", "ttlSecondsAfterFinished");
        String deadline = Fields.text(object, "spec", "activeDeadlineSeconds");
        boolean told = object.path("spec").isObject();
        return new Lines()
                .words(TEXTS.say("job.retries"), told ? retries() : "")
                .words(TEXTS.say("deadline"), deadline.isEmpty() ? "" : TEXTS.say("seconds", deadline))
                .words(TEXTS.say("job.after"), after < 0 ? "" : TEXTS.say("job.deleted.after", Age.print(after)))
                .words(
                        TEXTS.say("job.policy"),
                        Fields.has(object, "spec", "podFailurePolicy") ? TEXTS.say("see.yaml") : "")
                .facts();
    }

    private String retries() {
        String each = Fields.text(object, "spec", "backoffLimitPerIndex");
        if (!each.isEmpty()) return TEXTS.say("job.retries.each", each);
        return TEXTS.say("job.retries.n", Fields.number(6, object, "spec", "backoffLimit"), failed);
    }

    private Page.@Nullable Why why() {
        JsonNode failure =
                ended("Failed") ? Conditions.named(object, "Failed") : Conditions.named(object, "FailureTarget");
        if (failure == null || !Fields.text(failure, "status").equals("True")) return null;
        String reason = Fields.text(failure, "reason");
        String cause = switch (reason) {
            case "BackoffLimitExceeded" -> "backoff";
            case "DeadlineExceeded" -> "late";
            case "PodFailurePolicy" -> "policy";
            case "FailedIndexes", "MaxFailedIndexesExceeded" -> "indexes";
            default -> "other";
        };
        Lines said = new Lines()
                .words(TEXTS.say("reason"), reason)
                .words(TEXTS.say("server.says"), Fields.text(failure, "message"))
                .words(TEXTS.say("job.failed.pods"), failed == 0 ? "" : String.valueOf(failed))
                .words(TEXTS.say("deadline"), cause.equals("late") ? deadline() : "")
                .code(TEXTS.say("job.failed.indexes"), Fields.text(object, "status", "failedIndexes"));
        return new Page.Why(
                Tone.ERROR,
                TEXTS.say("job.why." + cause, failed),
                TEXTS.say("job.because." + cause),
                said.facts(),
                TEXTS.say("job.next." + cause));
    }

    private String deadline() {
        String seconds = Fields.text(object, "spec", "activeDeadlineSeconds");
        return seconds.isEmpty() ? "" : TEXTS.say("seconds", seconds);
    }
}
