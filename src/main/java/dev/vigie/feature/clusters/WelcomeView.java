package dev.vigie.feature.clusters;

import dev.vigie.base.Messages;
import dev.vigie.kind.Intent;
import dev.vigie.ui.Buttons;
import dev.vigie.ui.Icons;
import java.io.File;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The first start without any kubeconfig: where it was looked for, and what can be done. FX thread only.
public final class WelcomeView extends HBox {
    private static final Messages TEXTS = Messages.of("clusters");

    /// A place that was looked at, and what was found there.
    public record Searched(String place, String found) {}

    public WelcomeView(List<Searched> searched, Consumer<Intent> desk, KubeconfigWays ways, Runnable paste) {
        setId("welcome");
        getStyleClass().add("welcome");
        getChildren().addAll(story(searched, ways), ways(desk, ways, paste));
        setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) event.acceptTransferModes(TransferMode.COPY);
        });
        setOnDragDropped(event -> {
            for (File file : event.getDragboard().getFiles()) desk.accept(new Intent.OpenKubeconfig(file.toPath()));
            event.setDropCompleted(true);
        });
    }

    private static VBox story(List<Searched> searched, KubeconfigWays ways) {
        Label title = new Label(TEXTS.say("welcome.title"));
        title.getStyleClass().add("welcome-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        Label why = new Label(TEXTS.say("welcome.why"));
        why.getStyleClass().add("muted");
        why.setWrapText(true);
        why.setMinHeight(Region.USE_PREF_SIZE);
        VBox story = new VBox(mark(), title, why);
        story.getStyleClass().add("welcome-story");
        for (Searched place : searched) {
            Label name = new Label(place.place());
            name.getStyleClass().addAll("mono", "muted");
            Label found = new Label(place.found());
            found.getStyleClass().add("muted");
            found.setWrapText(true);
            found.setMinHeight(Region.USE_PREF_SIZE);
            VBox line = new VBox(name, found);
            story.getChildren().add(line);
        }
        Button files = Buttons.plain(
                "welcome-files", TEXTS.say("welcome.files"), () -> ways.turn().accept(KubeconfigWays.Side.FILES));
        Label later = new Label(TEXTS.say("welcome.later"));
        later.getStyleClass().add("hint");
        later.setWrapText(true);
        later.setMinHeight(Region.USE_PREF_SIZE);
        story.getChildren().addAll(later, files);
        return story;
    }

    private static VBox ways(Consumer<Intent> desk, KubeconfigWays ways, Runnable paste) {
        Button demo = Buttons.plain(
                "welcome-demo", TEXTS.say("welcome.demo.button"), () -> desk.accept(new Intent.OpenDemo()));
        Button file = Buttons.primary("welcome-file", TEXTS.say("welcome.file.button"), ways.addFile());
        Button folder = Buttons.plain("welcome-folder", TEXTS.say("welcome.folder.button"), ways.addFolder());
        Button text = Buttons.plain("welcome-paste", TEXTS.say("welcome.paste.button"), paste);
        Label quiet = new Label(TEXTS.say("welcome.quiet"));
        quiet.getStyleClass().add("hint");
        VBox all = new VBox(
                card("mdi2f-file-outline", TEXTS.say("welcome.file"), TEXTS.say("welcome.file.why"), folder, file),
                card("mdi2c-clipboard-text-outline", TEXTS.say("welcome.paste"), TEXTS.say("welcome.paste.why"), text),
                card("mdi2s-school-outline", TEXTS.say("welcome.demo"), TEXTS.say("welcome.demo.why"), demo),
                quiet);
        all.getStyleClass().add("welcome-ways");
        HBox.setHgrow(all, Priority.ALWAYS);
        return all;
    }

    private static HBox card(String icon, String title, String why, Button... buttons) {
        Label head = new Label(title);
        head.getStyleClass().add("strong");
        head.setWrapText(true);
        head.setMinHeight(Region.USE_PREF_SIZE);
        Label below = new Label(why);
        below.getStyleClass().add("muted");
        below.setWrapText(true);
        below.setMinHeight(Region.USE_PREF_SIZE);
        VBox words = new VBox(head, below);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox card = new HBox(Icons.of(icon), words);
        card.getChildren().addAll(buttons);
        card.getStyleClass().add("card");
        return card;
    }

    private static Node mark() {
        var icon = Icons.of("mdi2l-lighthouse-on");
        icon.getStyleClass().add("welcome-mark");
        return icon;
    }
}
