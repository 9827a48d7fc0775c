package dev.vigie.kind;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is shown of one object, from top to bottom, apart from its looks. `why` is null unless something is wrong.
public record Page(Standing standing, @Nullable Why why, List<Section> sections) {
    public Page {
        sections = List.copyOf(sections);
    }

    /// How the object stands: one word for its pill, and a line beside it, both perhaps empty.
    public record Standing(Tone tone, String word, String line) {}

    /// Why it does not stand well: the cause, one sentence about it, what shows it, and what to do next.
    public record Why(Tone tone, String title, String sentence, List<Fact> evidence, String next) {
        public Why {
            evidence = List.copyOf(evidence);
        }
    }

    /// Facts and cards under one heading; one without either is not shown.
    public record Section(String title, List<Fact> facts, List<Card> cards) {
        public Section {
            facts = List.copyOf(facts);
            cards = List.copyOf(cards);
        }

        public static Section of(String title, List<Fact> facts) {
            return new Section(title, facts, List.of());
        }

        public boolean isEmpty() {
            return facts.isEmpty() && cards.isEmpty();
        }
    }

    /// A part of the object that has a state of its own: a container, a port, a rule.
    public record Card(String title, Tone tone, String word, List<Fact> facts) {
        public Card {
            facts = List.copyOf(facts);
        }
    }
}
