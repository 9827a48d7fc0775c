package dev.vigie.feature.clusters;

import dev.vigie.base.Messages;
import dev.vigie.kind.Intent;
import dev.vigie.kube.KubeFailure;
import dev.vigie.ui.Buttons;
import dev.vigie.ui.Icons;
import dev.vigie.ui.Shown;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One for a cluster that no longer knows the person, above all its views, which stay: why, and the way back. FX thread
/// only.
public final class SignInBanner extends HBox {
    private static final Messages TEXTS = Messages.of("clusters");
    private static final Shows NOTHING = new Shows("", null, false);

    private final Label title = new Label();
    private final Label why = new Label();
    private final Button again;
    private Shows shown = NOTHING;

    private record Shows(String context, @Nullable KubeFailure failure, boolean underWay) {}

    public SignInBanner(Consumer<Intent> desk) {
        setId("sign-in");
        getStyleClass().addAll("banner-stale", "sign-in");
        title.getStyleClass().add("strong");
        title.setId("sign-in-title");
        why.setId("sign-in-why");
        why.setWrapText(true);
        again = Buttons.primary(
                "sign-in-again", TEXTS.say("signin.again"), () -> desk.accept(new Intent.SignIn(shown.context())));
        VBox words = new VBox(title, why);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(Icons.of("mdi2a-account-key-outline"), words, again);
        draw();
    }

    /// Changes what differs and nothing else: it is called every second. `underWay` while a person waits for it.
    public void show(String context, @Nullable KubeFailure failure, boolean underWay) {
        boolean needed = failure != null && failure.asksToSignIn();
        Shows now = needed ? new Shows(context, failure, underWay) : NOTHING;
        if (now.equals(shown)) return;
        shown = now;
        draw();
    }

    private void draw() {
        KubeFailure failure = shown.failure();
        setVisible(failure != null);
        setManaged(failure != null);
        if (failure == null) return;
        title.setText(TEXTS.say(shown.underWay() ? "signin.under.way" : "signin.title", Shown.text(shown.context())));
        why.setText(TEXTS.say("signin.why", sentence(Shown.text(failure.why()))));
        why.setTooltip(failure.remedy().isEmpty() ? null : new Tooltip(failure.remedy()));
        again.setDisable(shown.underWay());
    }

    /// What a program or a server says may end without a full stop.
    private static String sentence(String words) {
        String text = words.strip();
        return text.isEmpty() || ".!?…".indexOf(text.charAt(text.length() - 1)) >= 0 ? text : text + ".";
    }
}
