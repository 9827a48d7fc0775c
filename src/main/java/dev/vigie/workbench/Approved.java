package dev.vigie.workbench;

import dev.vigie.feature.clusters.ConsentView;
import dev.vigie.kube.config.PluginRun;
import dev.vigie.settings.Settings;
import dev.vigie.settings.SettingsKeeper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Plugins that may run: those of the settings for ever, the others as long as Vigie runs. Safe on any thread.
final class Approved {
    private final SettingsKeeper settings;
    private final Set<String> thisTime = ConcurrentHashMap.newKeySet();

    Approved(SettingsKeeper settings) {
        this.settings = settings;
    }

    boolean has(PluginRun run) {
        return thisTime.contains(run.fingerprint())
                || settings.now().trusted().plugins().contains(run.fingerprint());
    }

    /// Keeps the person's word as long as they said; true if the plugin may run.
    boolean keep(PluginRun run, ConsentView.Answer answer) {
        return switch (answer) {
            case REFUSED -> false;
            case THIS_TIME -> {
                thisTime.add(run.fingerprint());
                yield true;
            }
            case ALWAYS -> {
                remember(run.fingerprint());
                yield true;
            }
        };
    }

    private void remember(String fingerprint) {
        settings.change(now -> {
            List<String> plugins = new ArrayList<>(now.trusted().plugins());
            if (!plugins.contains(fingerprint)) plugins.add(fingerprint);
            return now.with(new Settings.Trusted(now.trusted().files(), plugins));
        });
    }
}
