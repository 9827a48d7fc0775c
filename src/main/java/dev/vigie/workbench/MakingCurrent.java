package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.kube.config.CurrentContext;
import dev.vigie.kube.config.KubeconfigPaths;
import dev.vigie.live.Fx;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Makes a context the current one of kubectl and says what came of it. FX thread only.
final class MakingCurrent {
    private static final Messages TEXTS = Messages.of("workbench");

    private final Fx fx;
    private final Home.KubeconfigChoice files;
    private boolean underway;

    MakingCurrent(Fx fx, Home.KubeconfigChoice files) {
        this.fx = fx;
        this.files = files;
    }

    /// One at a time: a second click must not meet the lock of the first.
    void make(String context, Consumer<String> notice) {
        if (underway) return;
        underway = true;
        List<Path> kubectls = files.named().isEmpty() ? KubeconfigPaths.here(List.of()) : files.named();
        fx.run(() -> said(context, CurrentContext.make(context, kubectls)))
                .then(text -> done(text, notice))
                .otherwise(failure -> done(failure.why(), notice))
                .start();
    }

    private void done(String text, Consumer<String> notice) {
        underway = false;
        notice.accept(text);
    }

    private static String said(String context, CurrentContext.Outcome outcome) {
        return switch (outcome) {
            case CurrentContext.Made made ->
                made.before().isEmpty()
                        ? TEXTS.say("current.first", context, made.file())
                        : TEXTS.say("current.made", context, made.file(), made.before());
            case CurrentContext.Already _ -> TEXTS.say("current.already", context);
            case CurrentContext.Refused refused -> refused.problem().sentence();
        };
    }
}
