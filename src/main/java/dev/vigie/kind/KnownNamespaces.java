package dev.vigie.kind;

import java.util.List;
import java.util.Set;

/// The namespaces of a cluster as far as they are known, live from [#open(Runnable)] to [#close()].
public interface KnownNamespaces {

    /// `changed` is called when another set is known.
    void open(Runnable changed);

    List<String> names();

    /// Those of them that are being deleted: nothing can be made there any more.
    Set<String> ending();

    /// They may not be listed.
    boolean forbidden();

    void close();
}
