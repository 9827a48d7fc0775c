package dev.vigie.kind;

import dev.vigie.base.Ref;

/// What a person asked for, as a value. Made by a key, menu, button or typed line; carried out by the desk.
/// An intent on an object carries the [Ref] that was under the pointer, never "whatever is selected now".
public sealed interface Intent {

    /// Go to the cluster of this context, connecting if need be.
    record OpenContext(String context) implements Intent {}

    /// End everything that runs against the cluster of this context, here; the cluster itself is left alone.
    record CloseContext(String context) implements Intent {}

    /// Ask for credentials of an open context anew; its views stay.
    record SignIn(String context) implements Intent {}

    /// Show this of the open cluster.
    record Show(Screen screen) implements Intent {}

    /// The same in a tab of its own.
    record ShowInTab(Screen screen) implements Intent {}

    /// The same in a window of its own.
    record ShowInWindow(Screen screen) implements Intent {}

    /// Go to the cluster of this context in a window of its own.
    record OpenContextInWindow(String context) implements Intent {}

    /// One more window, on what is looked at.
    record OpenWindow() implements Intent {}

    /// What is looked at moves into a window of its own, as it is.
    record MoveToWindow() implements Intent {}

    /// Two tabs are seen side by side, or one `below` the other; asked for again, one is.
    record Split(boolean below) implements Intent {}

    /// Only what is looked at is seen.
    record Unsplit() implements Intent {}

    /// Close every window; the next run finds them all.
    record Quit() implements Intent {}

    /// Make this context the current one of kubectl, in its kubeconfig file.
    record MakeCurrent(String context) implements Intent {}

    /// Ask for a name, and save the table that is looked at under it.
    record SaveView() implements Intent {}

    /// Show a saved view of the open cluster.
    record OpenView(String name) implements Intent {}

    /// A saved view of the open cluster is saved no more.
    record ForgetView(String name) implements Intent {}

    /// Look at other namespaces.
    record ChooseNamespaces(Namespaces namespaces) implements Intent {}

    /// Show the details of one object beside the table.
    record Inspect(Ref ref, Part part) implements Intent {}

    /// Show the details of an object that another one names.
    record InspectOther(Pointer to) implements Intent {}

    /// Whatever shows the details of an object shows those of this one instead; nothing is opened for it.
    record Glance(Ref ref) implements Intent {}

    /// Show the details that were open before a link was followed.
    record BackInDetails() implements Intent {}

    /// Close the details.
    record CloseDetails() implements Intent {}

    /// Back to the list of clusters.
    record ShowClusters() implements Intent {}

    /// Open one more kubeconfig file.
    record OpenKubeconfig(java.nio.file.Path file) implements Intent {}

    /// Put the kubectl line of what is shown, or of one object, on the clipboard.
    record CopyCommand(String line) implements Intent {}

    /// Put a text on the clipboard.
    record CopyText(String text) implements Intent {}

    /// Put the name of one object on the clipboard.
    record CopyName(Ref ref) implements Intent {}

    /// Start the demo cluster, if it does not run yet, and go there.
    record OpenDemo() implements Intent {}

    /// Put the YAML of these objects on the clipboard, credentials masked.
    record CopyYaml(java.util.List<Ref> refs) implements Intent {}

    /// Write the YAML of these objects into a file that the person chooses, credentials masked.
    record SaveYaml(java.util.List<Ref> refs) implements Intent {}

    /// Write a text into a file that the person chooses; `name` is what it could be called.
    record SaveText(String name, String text) implements Intent {}

    /// What changes objects of a cluster, and only there: the objects carry the identity that was seen.
    sealed interface Change extends Intent {
        java.util.List<Ref> refs();

        /// Nothing is lost by it, and it can be taken back.
        boolean harmless();
    }

    /// No new pods for these nodes; those that run there stay.
    record Cordon(java.util.List<Ref> refs) implements Change {
        public Cordon {
            refs = java.util.List.copyOf(refs);
        }

        @Override
        public boolean harmless() {
            return true;
        }
    }

    /// New pods may come to these nodes again.
    record Uncordon(java.util.List<Ref> refs) implements Change {
        public Uncordon {
            refs = java.util.List.copyOf(refs);
        }

        @Override
        public boolean harmless() {
            return true;
        }
    }

    /// Treat a context so from now on.
    record GuardContext(String context, Guard guard) implements Intent {}

    /// Light becomes dark and the other way round.
    record SwitchTheme() implements Intent {}

    /// Show every key of the window.
    record ShowKeys() implements Intent {}
}
