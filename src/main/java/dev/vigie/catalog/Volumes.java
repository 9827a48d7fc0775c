package dev.vigie.catalog;

import dev.vigie.base.Messages;
import java.util.List;
import java.util.stream.Collectors;

/// What claims and volumes say alike.
final class Volumes {
    private static final Messages TEXTS = Messages.of("pages");

    private Volumes() {}

    /// Access modes in words, one a line.
    static String modes(List<String> modes) {
        return modes.stream().map(Volumes::mode).collect(Collectors.joining("\n"));
    }

    private static String mode(String mode) {
        return switch (mode) {
            case "ReadWriteOnce" -> TEXTS.say("mode.rwo");
            case "ReadOnlyMany" -> TEXTS.say("mode.rox");
            case "ReadWriteMany" -> TEXTS.say("mode.rwx");
            case "ReadWriteOncePod" -> TEXTS.say("mode.rwop");
            default -> mode;
        };
    }
}
