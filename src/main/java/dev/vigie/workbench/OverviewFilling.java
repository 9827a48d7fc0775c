package dev.vigie.workbench;

import dev.vigie.feature.overview.OverviewView;
import dev.vigie.kind.Namespaces;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;

/// The cluster at a glance in the middle of the window.
record OverviewFilling(OverviewView view) implements Filling {
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
    public void discovered(Session session) {
        view.show(session.discovery().kinds());
    }

    @Override
    public void takeFocus() {
        view.takeFocus();
    }

    @Override
    public void filter() {}

    @Override
    public void pickNamespaces() {
        view.pickNamespaces();
    }

    @Override
    public void close() {
        view.close();
    }
}
