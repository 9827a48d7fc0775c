package dev.vigie.feature.browse;

import dev.vigie.base.Messages;
import dev.vigie.kube.KubeFailure;
import dev.vigie.ui.Icons;
import dev.vigie.ui.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Names the namespaces of the set that may not be listed, the others being shown; and those that may be listed but not
/// watched, which are shown as they were at most fifteen seconds ago.
final class RefusedBanner extends HBox {
    private static final Messages TEXTS = Messages.of("browse");

    private final Label text = new Label();
    private List<KubeFailure.Forbidden> said = List.of();

    RefusedBanner() {
        getStyleClass().add("banner-stale");
        setId("refused");
        text.setWrapText(true);
        getChildren().addAll(Icons.of("mdi2l-lock-outline"), text);
    }

    void say(List<KubeFailure.Forbidden> refused) {
        if (refused.equals(said)) return;
        said = refused;
        List<String> sentences = new ArrayList<>();
        Map<Boolean, List<KubeFailure.Forbidden>> sorts =
                refused.stream().collect(Collectors.partitioningBy(RefusedBanner::isWatch));
        for (boolean watch : new boolean[] {false, true}) {
            List<KubeFailure.Forbidden> some = sorts.getOrDefault(watch, List.of());
            if (!some.isEmpty()) sentences.add(sentence(watch, some));
        }
        text.setText(Shown.text(String.join(" ", sentences)));
    }

    private static boolean isWatch(KubeFailure.Forbidden refused) {
        return refused.verb().equals("watch");
    }

    private static String sentence(boolean watch, List<KubeFailure.Forbidden> some) {
        KubeFailure.Forbidden first = some.getFirst();
        String names = some.stream()
                .map(KubeFailure.Forbidden::namespace)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
        if (first.verb().isEmpty()) return first.why();
        if (!watch) return TEXTS.say("refused", first.verb(), first.resource(), names);
        return names.isEmpty()
                ? TEXTS.say("refused.watch", first.resource())
                : TEXTS.say("refused.watch.in", first.resource(), names);
    }

    boolean isSilent() {
        return said.isEmpty();
    }
}
