package dev.vigie.kube.config;

import dev.vigie.base.Messages;
import java.util.List;

/// Something wrong with a kubeconfig or its credentials, in the person's language. `key` names the sentences in the
/// texts
/// of `kubeconfig`; `args` fill them and never hold credentials.
public record Problem(String key, List<String> args) {
    private static final Messages TEXTS = Messages.of("kubeconfig");

    public Problem {
        args = List.copyOf(args);
    }

    public static Problem of(String key, Object... args) {
        return new Problem(
                key, java.util.Arrays.stream(args).map(String::valueOf).toList());
    }

    /// What is wrong, in a few words.
    public String title() {
        return say("title");
    }

    /// What, where and why, in a sentence.
    public String why() {
        return say("why");
    }

    /// What to do about it, in a sentence.
    public String remedy() {
        return say("remedy");
    }

    /// Why and remedy together.
    public String sentence() {
        return why() + " " + remedy();
    }

    /// The key alone: the args may quote what a plugin said.
    @Override
    public String toString() {
        return "Problem[" + key + "]";
    }

    private String say(String part) {
        return TEXTS.say("problem." + key + "." + part, args.toArray());
    }
}
