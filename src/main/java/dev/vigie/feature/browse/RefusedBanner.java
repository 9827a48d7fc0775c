package dev.vigie.feature.browse;

import dev.vigie.base.Messages;
import dev.vigie.kube.KubeFailure;
import dev.vigie.ui.Icons;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Names the namespaces of the set that may not be listed; the others are shown.
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
        if (refused.isEmpty()) return;
        String names = refused.stream().map(KubeFailure.Forbidden::namespace).collect(Collectors.joining(", "));
        text.setText(TEXTS.say(
                "refused", refused.getFirst().verb(), refused.getFirst().resource(), names));
    }

    boolean isSilent() {
        return said.isEmpty();
    }
}
