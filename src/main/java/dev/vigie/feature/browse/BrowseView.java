package dev.vigie.feature.browse;

import dev.vigie.kind.Intent;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.kube.Cluster;
import dev.vigie.kube.Rows;
import dev.vigie.live.Fx;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/// The live table of one kind: view bar, table or state, footer. FX thread only; [#close()] gives the rows back.
public final class BrowseView extends VBox implements AutoCloseable {
    private final BrowseModel model;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final TableView<Object> table = new TableView<>();

    /// `desk` is told what the person asks for; [Intent.ChooseNamespaces] comes back by [#look].
    public BrowseView(
            Fx fx, Cluster cluster, Kind kind, Namespaces namespaces, BrowseMemory memory, Consumer<Intent> desk) {
        model = new BrowseModel(fx, cluster, kind, namespaces, memory);
        getChildren().add(table);
    }

    /// What is shown: `Pods`.
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /// The kubectl lines that show the same, one a namespace; never empty.
    public ReadOnlyObjectProperty<List<String>> kubectlProperty() {
        return model.kubectlProperty();
    }

    public ReadOnlyObjectProperty<Namespaces> namespacesProperty() {
        return model.namespacesProperty();
    }

    /// How true the rows are.
    public ReadOnlyObjectProperty<Rows.State> stateProperty() {
        return model.stateProperty();
    }

    /// What to remember for the next opening of this kind; changes as the person works.
    public ReadOnlyObjectProperty<BrowseMemory> memoryProperty() {
        return model.memoryProperty();
    }

    /// Shows other namespaces.
    public void look(Namespaces namespaces) {
        model.look(namespaces);
    }

    /// The printed lines leave `--context` away.
    public void contextIsCurrent(boolean current) {
        model.contextIsCurrent(current);
    }

    public void focusTable() {
        table.requestFocus();
    }

    public void focusFilter() {}

    /// Opens the choice of namespaces.
    public void pickNamespaces() {}

    @Override
    public void close() {
        model.close();
    }
}
