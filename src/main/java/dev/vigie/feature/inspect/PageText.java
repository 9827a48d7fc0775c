package dev.vigie.feature.inspect;

import dev.vigie.base.Age;
import dev.vigie.base.Messages;
import dev.vigie.base.Ref;
import dev.vigie.kind.Fact;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Everything the details say, as plain text to be put into a message or a ticket.
final class PageText {
    private static final Messages TEXTS = Messages.of("inspect");
    private static final String STEP = "  ";

    private final StringBuilder text = new StringBuilder();
    private final Instant now;

    private PageText(Instant now) {
        this.now = now;
    }

    /// What is known beyond the object itself.
    record Around(List<Happened> events, List<Circle> circles) {}

    static String of(Kind kind, Ref ref, Page page, Around around, Instant now) {
        PageText all = new PageText(now);
        all.head(kind, ref, page.standing());
        Page.Why why = page.why();
        if (why != null) all.why(why);
        page.sections().forEach(all::section);
        around.circles().forEach(circle -> all.circle(circle, ref.namespace()));
        all.events(around.events());
        return all.text.toString();
    }

    private void circle(Circle circle, String here) {
        if (circle.members().isEmpty()) return;
        line("", "");
        line("", RelatedView.title(circle, circle.kind().title()));
        for (Relative one : circle.members()) {
            String age = one.created() == Long.MIN_VALUE ? "" : STEP + Age.since(one.created(), now);
            String there = one.ref().namespace();
            String where = there.isEmpty() || there.equals(here) ? "" : there + "/";
            line(STEP, where + one.ref().name() + STEP + one.state() + age);
        }
    }

    private void head(Kind kind, Ref ref, Page.Standing standing) {
        String where = ref.namespace().isEmpty() ? "" : ref.namespace() + "/";
        line("", kind.gvk().kind() + " " + where + ref.name());
        String how = (standing.word() + STEP + standing.line()).strip();
        if (!how.isEmpty()) line("", how);
    }

    private void why(Page.Why why) {
        line("", "");
        line("", why.title());
        line(STEP, why.sentence());
        facts(STEP, why.evidence());
        if (!why.next().isEmpty()) line(STEP, why.next());
    }

    private void section(Page.Section section) {
        if (section.isEmpty()) return;
        line("", "");
        String indent = section.title().isEmpty() ? "" : STEP;
        if (!section.title().isEmpty()) line("", section.title());
        facts(indent, section.facts());
        for (Page.Card card : section.cards()) {
            line(indent, (card.title() + STEP + card.word()).strip());
            facts(indent + STEP, card.facts());
        }
    }

    private void facts(String indent, List<Fact> facts) {
        int widest =
                facts.stream().mapToInt(fact -> fact.label().length()).max().orElse(0);
        for (Fact fact : facts) {
            List<String> values = values(fact);
            for (int i = 0; i < values.size(); i++) {
                String label = i == 0 && !fact.label().isEmpty() ? fact.label() + ":" : "";
                line(indent, label + " ".repeat(widest + 4 - label.length()) + values.get(i));
            }
        }
    }

    /// One line each, at least one.
    private List<String> values(Fact fact) {
        List<String> values = new ArrayList<>();
        switch (fact) {
            case Fact.Words words -> values.addAll(words.value().lines().toList());
            case Fact.Code code -> values.addAll(code.value().lines().toList());
            case Fact.Since since ->
                values.add(since.at() + " (" + Age.since(since.at().getEpochSecond(), now) + ")");
            case Fact.Pairs pairs -> pairs.pairs().forEach((key, value) -> values.add(key + "=" + value));
            case Fact.Links links -> links.links().forEach(link -> values.add(link.text()));
            case Fact.Condition condition -> values.add(condition(condition));
        }
        return values.isEmpty() ? List.of("") : values;
    }

    private String condition(Fact.Condition condition) {
        StringBuilder all = new StringBuilder(condition.status());
        Instant since = condition.since();
        if (!condition.reason().isEmpty()) all.append(STEP).append(condition.reason());
        if (since != null) all.append(STEP).append(Age.since(since.getEpochSecond(), now));
        if (!condition.message().isEmpty())
            all.append(STEP).append(condition.message().replaceAll("\\s+", " "));
        return all.toString();
    }

    private void events(List<Happened> events) {
        if (events.isEmpty()) return;
        line("", "");
        line("", TEXTS.say("events"));
        for (Happened event : events) {
            Instant last = event.last();
            String age = last == null ? Age.UNKNOWN : Age.since(last.getEpochSecond(), now);
            String message = event.message().replaceAll("\\s+", " ");
            line(STEP, event.reason() + STEP + "×" + event.count() + STEP + age + STEP + message);
        }
    }

    private void line(String indent, String words) {
        text.append((indent + words).stripTrailing()).append('\n');
    }
}
