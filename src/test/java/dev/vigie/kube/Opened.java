package dev.vigie.kube;

import dev.vigie.kube.config.Context;
import dev.vigie.kube.config.CredentialSource;
import dev.vigie.kube.config.Credentials;
import dev.vigie.kube.config.Kubeconfig;
import dev.vigie.kube.config.KubeconfigLoading;
import java.nio.file.Path;
import java.util.List;

/// Clusters opened for tests.
public final class Opened {
    private Opened() {}

    public static KubeCluster withToken(Path kubeconfig, String token) throws KubeException {
        return KubeCluster.open(only(kubeconfig), token(token));
    }

    static Context only(Path kubeconfig) {
        Kubeconfig loaded = KubeconfigLoading.load(List.of(kubeconfig));
        return loaded.contexts().getFirst();
    }

    static CredentialSource token(String token) {
        return new CredentialSource() {
            @Override
            public Credentials current() {
                return new Credentials(null, new Credentials.Bearer(token));
            }

            @Override
            public void rejected(Credentials which) {}

            @Override
            public void close() {}
        };
    }
}
