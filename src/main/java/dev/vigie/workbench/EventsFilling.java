package dev.vigie.workbench;

import dev.vigie.feature.events.EventsView;
import dev.vigie.kind.Namespaces;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;

/// What has happened, in the middle of the window.
record EventsFilling(EventsView view) implements Filling {
    @Override
    public Parent node() {
        return view;
    }

    @Override
    public ObservableValue<List<String>> kubectl() {
        return view.kubectlProperty();
    }

    @Override
    public void look(Namespaces namespaces) {
        view.look(namespaces);
    }

    @Override
    public void takeFocus() {
        view.takeFocus();
    }

    @Override
    public void filter() {
        view.focusFilter();
    }

    @Override
    public void pickNamespaces() {
        view.pickNamespaces();
    }

    @Override
    public void close() {
        view.close();
    }
}
