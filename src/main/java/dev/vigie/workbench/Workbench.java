package dev.vigie.workbench;

import dev.vigie.feature.palette.Choice;
import dev.vigie.feature.palette.PaletteView;
import dev.vigie.kind.Intent;
import dev.vigie.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// One window of Vigie: the frame, the desk behind it, its keys. FX thread only.
final class Workbench implements AutoCloseable {
    private final Ground ground;
    private final Desk desk;
    private final WorkbenchView view;
    private final Stage stage;
    private final WindowPlace place;

    Workbench(Stage stage, Settings.Window where, Ground ground, Desk desk) {
        this.stage = stage;
        this.ground = ground;
        this.desk = desk;
        view = new WorkbenchView(ground.theme(), desk, this::palette);
        Scene scene = new Scene(view, 1440, 900);
        ground.theme().dress(scene);
        new Keys(desk, view, ground.theme(), this::palette, ground.fx()).on(scene);
        desk.sitAt(view);
        place = new WindowPlace(stage, where);
        scene.addPreLayoutPulseListener(
                new Awakening(ground.sessions(), () -> desk.places().tick()));
        stage.setScene(scene);
    }

    Scene scene() {
        return view.getScene();
    }

    Desk desk() {
        return desk;
    }

    WorkbenchView view() {
        return view;
    }

    Stage stage() {
        return stage;
    }

    /// What the next run is to find of it.
    Settings.Opened kept() {
        Tabs tabs = desk.places().tabs();
        return new Settings.Opened(place.now(), tabs.kept(), tabs.keptSeen());
    }

    void carryOut(Intent intent) {
        desk.accept(intent);
    }

    private void palette() {
        if (view.covered()) return;
        Session session = desk.active();
        Place here = desk.places().place();
        PaletteView.More more =
                session == null || here == null ? new NoMore() : new FoundObjects(ground.fx(), session, here);
        List<Choice> choices = new ArrayList<>(ObjectChoices.of(desk.places().filling(), session));
        choices.addAll(
                Choices.of(session, desk.guard(), desk.views(), desk.places().namespacesSeen(), desk.contexts()));
        Filling filling = desk.places().filling();
        boolean table = filling != null && filling.arrangement() != null;
        // what cannot be done here is not offered
        choices.removeIf(choice -> choice.intent() instanceof Intent.SaveView && !table);
        view.cover(new PaletteView(choices, more, this::chosen, view::uncover));
    }

    /// A cluster that is not open has no objects to find.
    private static final class NoMore implements PaletteView.More {
        @Override
        public void open(Runnable changed) {}

        @Override
        public List<Choice> of(String typed) {
            return List.of();
        }

        @Override
        public void close() {}
    }

    /// Whoever went somewhere by typing goes on with the keyboard in the table.
    private void chosen(Intent intent) {
        desk.accept(intent);
        if (intent instanceof Intent.Inspect) return;
        Filling filling = desk.places().filling();
        if (filling != null && !view.covered()) filling.takeFocus();
    }

    @Override
    public void close() {
        desk.close();
    }
}
