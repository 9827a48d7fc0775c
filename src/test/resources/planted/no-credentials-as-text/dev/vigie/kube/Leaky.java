package dev.vigie.kube;

import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.Config;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public class Leaky {
    private static final Logger LOG = LoggerFactory.getLogger(Leaky.class);

    String planted(Config config) {
        return config.toString();
    }

    String plantedSum(AuthInfo planted) {
        return "who: " + planted;
    }

    String plantedFormat(Secret planted) {
        return String.format("%s", planted);
    }

    void plantedLog(List<Secret> planted) {
        LOG.info("all of {}", planted);
    }

    boolean plantedWorse(Config planted) {
        String text = "";
        text += planted;
        return String.valueOf(planted).equals(text);
    }

    boolean innocent(Config config, Secret secret) {
        LOG.info("to {}", config.getMasterUrl());
        return Objects.equals(config, null) || ("named " + secret.getMetadata().getName()).isEmpty();
    }
}
