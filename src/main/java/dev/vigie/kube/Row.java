package dev.vigie.kube;

import dev.vigie.base.Gvk;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One line of a live table: what the server printed of one object, and who the object is. Immutable; a change is a new
/// row
/// with the same identity.
public interface Row {

    /// What tells this row from every other for as long as the object lives, to be compared by `equals`: its UID, or
    /// namespace
    /// and name where the server gives no UID. Selection is by this.
    Object key();

    String uid();

    /// Empty for cluster-scoped objects.
    String namespace();

    String name();

    /// Seconds since 1970, UTC; `Long.MIN_VALUE` when the server gives none.
    long created();

    /// When this row's cells were received, milliseconds since 1970, UTC: printed ages are older by what passed since.
    long received();

    boolean deleting();

    /// The printed cell of column `index` of [Rows.Snapshot#columns()]; empty when the server printed nothing.
    String cell(int index);

    Map<String, String> labels();

    /// Those that somebody has a column for, see [Rows#keepAnnotations]; of a long value the beginning.
    default Map<String, String> annotations() {
        return Map.of();
    }

    List<Owner> owners();

    /// Whom an object belongs to, by its `ownerReferences`.
    record Owner(Gvk gvk, String name, String uid, boolean controller) {}

    /// The owner that controls it, if any.
    default @Nullable Owner controller() {
        for (Owner owner : owners()) if (owner.controller()) return owner;
        return null;
    }
}
