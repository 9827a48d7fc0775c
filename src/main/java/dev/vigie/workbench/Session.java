package dev.vigie.workbench;

import dev.vigie.kube.Cluster;
import dev.vigie.kube.KubeException;
import dev.vigie.kube.KubeFailure;

/// An open cluster with what was asked of it once.
record Session(Cluster cluster, String version, Cluster.Identity identity, Cluster.Discovery discovery) {

    String context() {
        return cluster.context();
    }

    Session with(Cluster.Discovery now) {
        return new Session(cluster, version, identity, now);
    }

    Session with(Cluster.Identity now) {
        return new Session(cluster, version, now, discovery);
    }

    /// Asks an open cluster who it is and what it serves; may wait. Closes it when it will not say what it serves.
    static Session of(Cluster cluster) throws KubeException {
        try {
            return new Session(cluster, version(cluster), identity(cluster), cluster.discovery());
        } catch (KubeException e) {
            cluster.close();
            throw e;
        }
    }

    /// Not everybody may read the version: then it is left out.
    private static String version(Cluster cluster) throws KubeException {
        try {
            return cluster.version();
        } catch (KubeException e) {
            if (e.failure() instanceof KubeFailure.Forbidden) return "";
            throw e;
        }
    }

    private static Cluster.Identity identity(Cluster cluster) throws KubeException {
        try {
            return cluster.identity();
        } catch (KubeException e) {
            if (e.failure() instanceof KubeFailure.Unauthenticated) throw e;
            return new Cluster.Identity("", java.util.List.of(), false);
        }
    }
}
