package dev.vigie.feature.browse;

import dev.vigie.base.Ref;
import dev.vigie.command.Kubectl;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Layout;
import dev.vigie.kind.Namespaces;
import dev.vigie.kube.Cluster;
import dev.vigie.kube.KubeFailure;
import dev.vigie.kube.Row;
import dev.vigie.kube.Rows;
import dev.vigie.live.Chosen;
import dev.vigie.live.Filter;
import dev.vigie.live.Fx;
import dev.vigie.live.LiveRows;
import dev.vigie.live.Order;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What a table shows and what is chosen in it, without a window. FX thread only.
final class BrowseModel implements AutoCloseable {
    final Fx fx;
    final Cluster cluster;
    final Kind kind;
    private final ReadOnlyObjectWrapper<Namespaces> namespaces = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Opening> opening = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<BrowseMemory> memory = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<String>> kubectl = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<String>> unsaid = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Rows.State> state = new ReadOnlyObjectWrapper<>();
    private boolean contextIsCurrent;
    private boolean ambiguous;
    private boolean typing;

    /// The rows of some namespaces with what is chosen of them.
    record Opening(LiveRows rows, Chosen chosen) {}

    BrowseModel(Fx fx, Cluster cluster, Kind kind, Namespaces namespaces, BrowseMemory memory) {
        this.fx = fx;
        this.cluster = cluster;
        this.kind = kind;
        this.namespaces.set(namespaces);
        this.memory.set(memory);
        open();
        fx.run(cluster::discovery).then(this::learnAmbiguity).start();
    }

    ReadOnlyObjectProperty<Namespaces> namespacesProperty() {
        return namespaces.getReadOnlyProperty();
    }

    Namespaces namespaces() {
        return namespaces.get();
    }

    ReadOnlyObjectProperty<Opening> openingProperty() {
        return opening.getReadOnlyProperty();
    }

    LiveRows rows() {
        return opening.get().rows();
    }

    Chosen chosen() {
        return opening.get().chosen();
    }

    ReadOnlyObjectProperty<Rows.State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<BrowseMemory> memoryProperty() {
        return memory.getReadOnlyProperty();
    }

    BrowseMemory memory() {
        return memory.get();
    }

    /// The lines that show the same, one a namespace.
    ReadOnlyObjectProperty<List<String>> kubectlProperty() {
        return kubectl.getReadOnlyProperty();
    }

    /// Words of the filter that kubectl has none for, so that its lines show more.
    ReadOnlyObjectProperty<List<String>> unsaidProperty() {
        return unsaid.getReadOnlyProperty();
    }

    void contextIsCurrent(boolean now) {
        contextIsCurrent = now;
        print();
    }

    void look(Namespaces wanted) {
        if (wanted.equals(namespaces.get())) return;
        namespaces.set(wanted);
        if (wanted instanceof Namespaces.Named(List<String> names)) memory.set(memory().visited(names));
        reopen();
    }

    /// Closes the rows and asks for them anew.
    void reopen() {
        LiveRows before = rows();
        open();
        before.close();
    }

    private void open() {
        state.unbind();
        LiveRows rows = new LiveRows(fx, cluster.rows(kind, namespaces.get()));
        rows.keepAnnotations(layout().annotations());
        rows.filter(parsed());
        rows.order(new Order(memory().sort()));
        rows.typing(typing);
        rows.columnsProperty().addListener(_ -> print());
        state.bind(rows.stateProperty());
        opening.set(new Opening(rows, new Chosen(rows)));
        print();
    }

    /// Nobody looks for a while.
    void rest() {
        rows().rest();
    }

    /// Somebody looks again.
    void wake() {
        if (!state.isBound()) {
            reopen();
            return;
        }
        LiveRows rows = rows();
        rows.wake(cluster.rows(kind, namespaces()));
        rows.keepAnnotations(layout().annotations());
    }

    /// Gives up waiting.
    void cancel() {
        rows().close();
        state.unbind();
        state.set(new Rows.State.Failed(new KubeFailure.Cancelled(), null));
    }

    /// How many of the rows shown are chosen.
    int chosenShown() {
        return chosen().ids().isEmpty() ? 0 : chosen().rows().size();
    }

    Ref ref(Row row) {
        return new Ref(cluster.context(), kind.gvk(), row.namespace(), row.name(), row.uid());
    }

    /// The object under the cursor; null when there is none.
    @Nullable
    Ref current() {
        int cursor = chosen().cursor();
        return cursor < 0 || cursor >= rows().size() ? null : ref(rows().get(cursor));
    }

    boolean manyNamespaces() {
        return kind.namespaced()
                && switch (namespaces.get()) {
                    case Namespaces.All() -> true;
                    case Namespaces.Named(List<String> names) -> names.size() > 1;
                };
    }

    String filter() {
        return memory().filter();
    }

    private Filter parsed() {
        return Filter.parse(filter()).in(layout().own());
    }

    void filter(String text) {
        memory.set(memory().filter(text));
        rows().filter(parsed());
        print();
    }

    /// Somebody is in the filter.
    void typing(boolean now) {
        typing = now;
        rows().typing(now);
    }

    /// Ascending, descending, the server's order; `added` keeps the other columns.
    void sortBy(String column, boolean added) {
        List<Order.By> now = memory().sort();
        Order.By known = now.stream()
                .filter(by -> by.column().equals(column))
                .findFirst()
                .orElse(null);
        List<Order.By> next = new java.util.ArrayList<>(added ? now : List.of());
        next.remove(known);
        if (known == null) next.add(new Order.By(column, false));
        else if (!known.descending()) next.add(added ? now.indexOf(known) : 0, new Order.By(column, true));
        sort(next);
    }

    void sort(List<Order.By> by) {
        memory.set(memory().sort(by));
        rows().order(new Order(by));
    }

    Layout layout() {
        return memory().layout();
    }

    /// Another arrangement of the columns.
    void arrange(Layout now) {
        memory.set(memory().layout(now));
        rows().keepAnnotations(now.annotations());
        rows().filter(parsed());
        print();
    }

    private void learnAmbiguity(Cluster.Discovery discovery) {
        ambiguous = !kind.equals(discovery.find(kind.plural()));
        print();
    }

    private void print() {
        boolean wide = rows().columns().stream().anyMatch(column -> column.wide() && layout().shows(column))
                || (rows().columns().isEmpty() && !layout().shown().isEmpty());
        String context = contextIsCurrent ? "" : cluster.context();
        Sayable sayable = Sayable.of(Filter.parse(filter()), kind, rows().columns());
        Kubectl.Options options = new Kubectl.Options(sayable.selector(), sayable.fields(), layout().labels(), wide);
        List<String> left = new ArrayList<>(sayable.unsaid());
        layout().annotations().forEach(key -> left.add(Layout.annotationColumn(key)));
        unsaid.set(left);
        kubectl.set(Kubectl.get(new Kubectl.Shown(kind, ambiguous, namespaces(), options, context)));
    }

    @Override
    public void close() {
        rows().close();
    }
}
