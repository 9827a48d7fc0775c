package dev.vigie.workbench;

import dev.vigie.feature.resources.ApiResourcesView;
import dev.vigie.kind.Namespaces;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;

/// The kinds of the API in the middle of the window.
record ResourcesFilling(ApiResourcesView view, String context) implements Filling {
    @Override
    public Parent node() {
        return view;
    }

    @Override
    public ObservableValue<List<String>> kubectl() {
        return new ReadOnlyObjectWrapper<>(List.of(dev.vigie.command.Kubectl.apiResources(context)));
    }

    @Override
    public void look(Namespaces namespaces) {}

    @Override
    public void discovered(Session session) {
        view.show(session.discovery());
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
    public void pickNamespaces() {}

    @Override
    public void close() {}
}
