package dev.vigie.workbench;

import dev.vigie.base.Ref;
import dev.vigie.feature.browse.BrowseMemory;
import dev.vigie.kind.Namespaces;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// A view that fills the middle of the window while a cluster is open. FX thread only.
interface Filling extends AutoCloseable {
    Parent node();

    /// The kubectl lines that show the same.
    ObservableValue<List<String>> kubectl();

    /// What is hidden and the kubectl lines do not say.
    default ObservableValue<List<String>> unsaid() {
        return new ReadOnlyObjectWrapper<>(List.of());
    }

    /// The object under the cursor; null for none.
    default @Nullable Ref current() {
        return null;
    }

    /// How a table is arranged now; null for what is no table.
    default @Nullable BrowseMemory arrangement() {
        return null;
    }

    /// Looks at other namespaces.
    void look(Namespaces namespaces);

    /// The cluster serves other kinds than before.
    default void discovered(Session session) {}

    /// Gives the keyboard to what matters most.
    void takeFocus();

    /// Gives the keyboard to its filter.
    void filter();

    /// Opens its choice of namespaces.
    void pickNamespaces();

    @Override
    void close();
}
