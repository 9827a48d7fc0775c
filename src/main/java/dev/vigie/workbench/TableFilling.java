package dev.vigie.workbench;

import dev.vigie.base.Ref;
import dev.vigie.feature.browse.BrowseMemory;
import dev.vigie.feature.browse.BrowseView;
import dev.vigie.kind.Namespaces;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// The table of one kind in the middle of the window. `left` gets the view back, to close it or to keep it a while.
record TableFilling(BrowseView view, Consumer<BrowseView> left) implements Filling {
    @Override
    public Parent node() {
        return view;
    }

    @Override
    public ObservableValue<List<String>> kubectl() {
        return view.kubectlProperty();
    }

    @Override
    public ObservableValue<List<String>> unsaid() {
        return view.unsaidProperty();
    }

    @Override
    public BrowseMemory arrangement() {
        return view.memoryProperty().get();
    }

    @Override
    public @Nullable Ref current() {
        return view.current();
    }

    @Override
    public void look(Namespaces namespaces) {
        view.look(namespaces);
    }

    @Override
    public void discovered(Session session) {
        view.served();
    }

    @Override
    public void takeFocus() {
        view.focusTable();
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
        left.accept(view);
    }
}
