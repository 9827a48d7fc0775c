package dev.vigie.catalog;

import dev.vigie.base.Messages;
import dev.vigie.catalog.cron.InWords;
import dev.vigie.catalog.cron.Runs;
import dev.vigie.catalog.cron.Schedule;
import dev.vigie.catalog.cron.Zones;
import dev.vigie.catalog.json.Fields;
import dev.vigie.kind.Fact;
import dev.vigie.kind.Page;
import dev.vigie.kind.Page.Section;
import dev.vigie.kind.Page.Standing;
import dev.vigie.kind.Pointer;
import dev.vigie.kind.Tone;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A CronJob: when it runs, in words and in dates, and what became of the last run.
final class CronJobPage {
    private static final Messages TEXTS = Messages.of("pages");
    private static final int RUNS = 5;
    private static final ZoneId UTC = ZoneId.of("UTC");

    private final JsonNode object;
    private final Instant now;
    private final String text;
    private final Schedule schedule;
    private final boolean suspended;
    /// Null where the name is none that is known.
    private final @Nullable ZoneId zone;

    private CronJobPage(JsonNode object, Instant now) {
        this.object = object;
        this.now = now;
        text = Fields.text(object, "spec", "schedule");
        schedule = Schedule.read(text);
        suspended = Fields.is(object, "spec", "suspend");
        String name = Fields.text(object, "spec", "timeZone");
        ZoneId own = schedule instanceof Schedule.Clock clock ? clock.zone() : null;
        zone = own != null ? own : name.isEmpty() ? UTC : Zones.named(name);
    }

    /// As it is at `now`, after which the next runs are counted.
    static Page of(JsonNode object, Instant now) {
        CronJobPage page = new CronJobPage(object, now);
        return new Page(
                page.standing(),
                page.why(),
                List.of(
                        Section.of(TEXTS.say("cron.schedule"), page.times()),
                        Section.of("CronJob", page.facts()),
                        WorkloadPage.containers(Fields.at(object, "spec", "jobTemplate"))));
    }

    private Standing standing() {
        if (Fields.has(object, "metadata", "deletionTimestamp")) return new Standing(Tone.ENDING, "Terminating", "");
        if (text.isEmpty()) return new Standing(Tone.QUIET, "", "");
        String line = InWords.of(schedule);
        if (unreadable()) return new Standing(Tone.ERROR, TEXTS.say("cron.unreadable"), line);
        if (suspended) return new Standing(Tone.QUIET, TEXTS.say("suspended"), line);
        boolean active = !Fields.list(object, "status", "active").isEmpty();
        return active
                ? new Standing(Tone.PROGRESS, TEXTS.say("running"), line)
                : new Standing(Tone.OK, TEXTS.say("cron.waits"), line);
    }

    private boolean unreadable() {
        return schedule instanceof Schedule.Unreadable || zone == null;
    }

    private Page.@Nullable Why why() {
        if (text.isEmpty() || !unreadable()) return null;
        return new Page.Why(
                Tone.ERROR,
                TEXTS.say("cron.unreadable.title"),
                TEXTS.say("cron.unreadable.sentence"),
                new Lines()
                        .code(TEXTS.say("cron.schedule"), text)
                        .code(TEXTS.say("cron.zone"), Fields.text(object, "spec", "timeZone"))
                        .facts(),
                TEXTS.say("cron.unreadable.next"));
    }

    private List<Fact> times() {
        if (text.isEmpty()) return List.of();
        return new Lines()
                .words(TEXTS.say("cron.runs"), InWords.of(schedule))
                .code(TEXTS.say("cron.schedule"), text)
                .words(TEXTS.say("cron.zone"), zoneInWords())
                .words(TEXTS.say(suspended ? "cron.would" : "cron.next"), next())
                .facts();
    }

    private String zoneInWords() {
        if (schedule instanceof Schedule.Every) return "";
        if (schedule instanceof Schedule.Clock clock && clock.zone() != null)
            return TEXTS.say("cron.zone.inside", clock.zone().getId());
        String name = Fields.text(object, "spec", "timeZone");
        if (zone == null) return TEXTS.say("cron.zone.unknown", name);
        return name.isEmpty() ? TEXTS.say("cron.zone.none") : name;
    }

    private String next() {
        if (zone == null || unreadable()) return "";
        Instant last = Fields.moment(object, "status", "lastScheduleTime");
        Instant created = Fields.moment(object, "metadata", "creationTimestamp");
        Instant from = Objects.requireNonNullElse(last, Objects.requireNonNullElse(created, now));
        List<Instant> runs = Runs.after(now, schedule, zone, from, RUNS);
        if (runs.isEmpty()) return TEXTS.say("cron.no.run");
        DateTimeFormatter day = DateTimeFormatter.ofPattern(
                TEXTS.say(schedule instanceof Schedule.Every ? "cron.date.exact" : "cron.date"), Messages.language());
        return runs.stream().map(run -> day.format(run.atZone(zone))).collect(Collectors.joining("\n"));
    }

    private List<Fact> facts() {
        String namespace = Fields.text(object, "metadata", "namespace");
        List<Fact.Link> active = new ArrayList<>();
        for (JsonNode job : Fields.list(object, "status", "active")) {
            String name = Fields.text(job, "name");
            if (!name.isEmpty()) active.add(new Fact.Link(new Pointer("batch", "Job", namespace, name), name));
        }
        boolean told = !text.isEmpty();
        return new Lines()
                .links(TEXTS.say("running"), active)
                .since(TEXTS.say("cron.last"), Fields.moment(object, "status", "lastScheduleTime"))
                .since(TEXTS.say("cron.last.success"), Fields.moment(object, "status", "lastSuccessfulTime"))
                .words(TEXTS.say("cron.overlap"), told ? overlap() : "")
                .words(TEXTS.say("cron.late"), late())
                .words(TEXTS.say("cron.kept"), told ? kept() : "")
                .facts();
    }

    private String overlap() {
        String policy = Fields.text(object, "spec", "concurrencyPolicy");
        return switch (policy) {
            case "", "Allow" -> TEXTS.say("cron.allow");
            case "Forbid" -> TEXTS.say("cron.forbid");
            case "Replace" -> TEXTS.say("cron.replace");
            default -> policy;
        };
    }

    private String late() {
        String seconds = Fields.text(object, "spec", "startingDeadlineSeconds");
        return seconds.isEmpty() ? "" : TEXTS.say("cron.late.line", seconds);
    }

    private String kept() {
        return TEXTS.say(
                "cron.kept.line",
                Fields.number(3, object, "spec", "successfulJobsHistoryLimit"),
                Fields.number(1, object, "spec", "failedJobsHistoryLimit"));
    }
}
