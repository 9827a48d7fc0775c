package dev.vigie.workbench;

import dev.vigie.feature.logs.LogPane;
import dev.vigie.kind.Namespaces;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;

/// Logs in the middle of the window.
record LogFilling(LogPane pane) implements Filling {
    @Override
    public Parent node() {
        return pane;
    }

    @Override
    public ObservableValue<List<String>> kubectl() {
        return pane.kubectlProperty();
    }

    @Override
    public void look(Namespaces namespaces) {
        // logs are those of one object, wherever one looks
    }

    @Override
    public void takeFocus() {
        pane.takeFocus();
    }

    @Override
    public void filter() {
        pane.filter();
    }

    @Override
    public void find() {
        pane.find();
    }

    @Override
    public void pickNamespaces() {
        // as above
    }

    @Override
    public void close() {
        pane.close();
    }
}
