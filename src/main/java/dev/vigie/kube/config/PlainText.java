package dev.vigie.kube.config;

import java.util.regex.Pattern;

/// Makes text of a stranger fit for a label: escape sequences and control characters removed, lines kept.
final class PlainText {
    private static final Pattern SEQUENCES = Pattern.compile(
            "\u001B\\[[0-?]*[ -/]*[@-~]|\u001B\\][^\u0007\u001B]*(?:\u0007|\u001B\\\\)?|\u001B[PX^_][^\u001B]*(?:\u001B\\\\)?|\u001B[ -/]*[0-~]");
    private static final Pattern CONTROLS =
            Pattern.compile("[\\p{Cc}&&[^\n\t]]|[\u202A-\u202E\u2066-\u2069\u200E\u200F]");

    private PlainText() {}

    static String of(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        return CONTROLS.matcher(SEQUENCES.matcher(lines).replaceAll("")).replaceAll("");
    }
}
