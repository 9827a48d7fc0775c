package dev.vigie.catalog;

import dev.vigie.kind.Fact;
import dev.vigie.kind.Page;
import dev.vigie.kind.Page.Why;
import java.util.ArrayList;
import java.util.List;

/// A page as lines of text, for comparing whole ones.
final class PageLines {
    private PageLines() {}

    /// How it stands and why.
    static List<String> head(Page page) {
        List<String> lines = new ArrayList<>();
        lines.add("%s %s | %s"
                .formatted(
                        page.standing().tone(),
                        page.standing().word(),
                        page.standing().line()));
        Why why = page.why();
        if (why == null) return lines;
        lines.add(why.tone() + "! " + why.title());
        lines.add(why.sentence());
        facts(lines, "  ", why.evidence());
        lines.add("> " + why.next());
        return lines;
    }

    static List<String> sections(Page page) {
        List<String> lines = new ArrayList<>();
        for (Page.Section section : page.sections()) {
            lines.add("# " + section.title());
            facts(lines, "  ", section.facts());
            for (Page.Card card : section.cards()) {
                lines.add("  * %s [%s %s]".formatted(card.title(), card.tone(), card.word()));
                facts(lines, "      ", card.facts());
            }
        }
        return lines;
    }

    private static void facts(List<String> lines, String indent, List<Fact> facts) {
        for (Fact fact : facts)
            lines.add(indent + fact.label() + ": " + text(fact).replace("\n", " / "));
    }

    private static String text(Fact fact) {
        return switch (fact) {
            case Fact.Words words -> words.value();
            case Fact.Code code -> "`" + code.value() + "`";
            case Fact.Since since -> "since " + since.at();
            case Fact.Pairs pairs -> pairs.pairs().toString();
            case Fact.Links links ->
                String.join(
                        ", ",
                        links.links().stream()
                                .map(link -> link.to().kind() + "(" + link.text() + ")")
                                .toList());
            case Fact.Condition condition -> condition.status() + " " + condition.reason();
        };
    }
}
