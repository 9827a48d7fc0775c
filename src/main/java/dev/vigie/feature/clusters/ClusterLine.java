package dev.vigie.feature.clusters;

import dev.vigie.kube.config.Context;
import dev.vigie.kube.config.FileTrouble;
import dev.vigie.kube.config.Kubeconfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One line of the list of clusters: a context, or a file with its trouble.
sealed interface ClusterLine {

    record Of(Context context, boolean current) implements ClusterLine {}

    record Bad(FileTrouble trouble) implements ClusterLine {}

    /// All lines whose words hold every word of the query; contexts in kubectl's order, then what is wrong.
    static List<ClusterLine> of(Kubeconfig kubeconfig, String query) {
        List<ClusterLine> lines = new ArrayList<>();
        String[] words = query.strip().toLowerCase(Locale.ROOT).split("\\s+");
        for (Context context : kubeconfig.contexts()) {
            if (matches(text(context), words))
                lines.add(new Of(context, context.name().equals(kubeconfig.current())));
        }
        for (FileTrouble trouble : kubeconfig.troubles()) {
            if (matches(trouble.file().toString().toLowerCase(Locale.ROOT), words)) lines.add(new Bad(trouble));
        }
        return lines;
    }

    private static String text(Context context) {
        var cluster = context.cluster();
        String server = cluster == null ? "" : cluster.server();
        return String.join(
                        " ",
                        context.name(),
                        context.clusterName(),
                        context.userName(),
                        context.namespace(),
                        server,
                        context.file().toString())
                .toLowerCase(Locale.ROOT);
    }

    private static boolean matches(String text, String[] words) {
        for (String word : words) if (!text.contains(word)) return false;
        return true;
    }
}
