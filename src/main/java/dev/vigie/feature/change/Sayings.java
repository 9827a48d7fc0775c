package dev.vigie.feature.change;

import dev.vigie.base.Messages;
import dev.vigie.catalog.Deeds;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Tone;
import dev.vigie.kube.Edit;
import dev.vigie.kube.KubeFailure;
import dev.vigie.ui.Icons;
import java.util.List;
import javafx.scene.Node;

/// The words of a change: the question, what follows from it, how far it is, what came of it.
final class Sayings {
    private static final Messages TEXTS = Messages.of("change");

    private final ChangeView.Wanted wanted;

    Sayings(ChangeView.Wanted wanted) {
        this.wanted = wanted;
    }

    private int count() {
        return wanted.change().refs().size();
    }

    private String first() {
        return wanted.change().refs().getFirst().name();
    }

    String question() {
        String of = wanted.cluster().context();
        return switch (wanted.change()) {
            case Intent.Cordon _ -> TEXTS.say("cordon.question", count(), first(), of);
            case Intent.Uncordon _ -> TEXTS.say("uncordon.question", count(), first(), of);
        };
    }

    String button() {
        return switch (wanted.change()) {
            case Intent.Cordon _ -> TEXTS.say("cordon.button", count());
            case Intent.Uncordon _ -> TEXTS.say("uncordon.button", count());
        };
    }

    String icon() {
        return Deeds.of(wanted.kind()).stream()
                .filter(deed -> deed.of()
                        .apply(List.of())
                        .getClass()
                        .equals(wanted.change().getClass()))
                .map(Deeds.Deed::icon)
                .findFirst()
                .orElse("mdi2p-pencil-outline");
    }

    String consequence() {
        return switch (wanted.change()) {
            case Intent.Cordon _ -> TEXTS.say("cordon.then", count());
            case Intent.Uncordon _ -> TEXTS.say("uncordon.then", count());
        };
    }

    String finished() {
        return switch (wanted.change()) {
            case Intent.Cordon _ -> TEXTS.say("cordon.done", count(), first());
            case Intent.Uncordon _ -> TEXTS.say("uncordon.done", count(), first());
        };
    }

    String name(Step step) {
        String namespace = step.ref().namespace();
        return namespace.isEmpty()
                ? step.ref().name()
                : namespace + "/" + step.ref().name();
    }

    Node shape(Step step) {
        return Icons.of(
                switch (step.state()) {
                    case Step.State.Waiting _, Step.State.Left _ -> Tone.QUIET;
                    case Step.State.Sent _ -> Tone.PROGRESS;
                    case Step.State.Checking _ -> Tone.WARN;
                    case Step.State.Ended(Edit.Outcome _) -> step.isWell() ? Tone.DONE : Tone.ERROR;
                });
    }

    String state(Step step) {
        return switch (step.state()) {
            case Step.State.Waiting _ -> "";
            case Step.State.Sent _ -> TEXTS.say("sent");
            case Step.State.Checking(KubeFailure why) -> TEXTS.say("checking", why.title());
            case Step.State.Left _ -> TEXTS.say("left");
            case Step.State.Ended(Edit.Outcome outcome) -> outcome(outcome);
        };
    }

    private static String outcome(Edit.Outcome outcome) {
        return switch (outcome) {
            case Edit.Outcome.Made _ -> TEXTS.say("made");
            case Edit.Outcome.Held _ -> TEXTS.say("held");
            case Edit.Outcome.Seen _ -> TEXTS.say("seen");
            case Edit.Outcome.NotSeen(KubeFailure why) -> TEXTS.say("not.seen", why.title());
            case Edit.Outcome.Unknown(KubeFailure why) -> TEXTS.say("unknown", why.title());
            case Edit.Outcome.Gone(boolean replaced) -> TEXTS.say(replaced ? "replaced" : "gone");
            case Edit.Outcome.Refused(KubeFailure why) -> TEXTS.say("refused", why.title(), why.why());
        };
    }

    /// About the whole; empty for nothing.
    String note(ChangeModel.Phase phase, List<Step> steps) {
        return switch (phase) {
            case ChangeModel.Phase.Asking _ -> TEXTS.say("asking");
            case ChangeModel.Phase.Ready _ -> "";
            case ChangeModel.Phase.Refused(KubeFailure why) -> why.title() + ". " + why.why();
            case ChangeModel.Phase.Running _ ->
                TEXTS.say("progress", steps.stream().filter(Step::isOver).count(), steps.size());
            case ChangeModel.Phase.Over _ ->
                TEXTS.say("over", steps.stream().filter(Step::isWell).count(), steps.size());
        };
    }
}
