package dev.vigie.kube;

import dev.vigie.base.Messages;

/// The sentences of failures, in the person's language.
final class KubeSentences {
    private static final Messages TEXTS = Messages.of("kube");

    private KubeSentences() {}

    static String title(KubeFailure failure) {
        return TEXTS.say("failure.title", failure.getClass().getSimpleName());
    }

    static String why(KubeFailure failure) {
        return failure.toString();
    }

    static String remedy(KubeFailure failure) {
        return "";
    }
}
