package dev.vigie.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Contrast by the rule of WCAG 2: (lighter + 0.05) / (darker + 0.05).
class ContrastTest {
    private static final List<String> TEXTS = List.of(
            "-vigie-fg-strong",
            "-color-fg-default",
            "-color-fg-muted",
            "-color-accent-fg",
            "-color-success-fg",
            "-vigie-progress-fg",
            "-color-warning-fg",
            "-color-danger-fg");
    private static final List<String> GROUNDS = List.of(
            "-color-bg-inset",
            "-color-bg-default",
            "-color-bg-subtle",
            "-color-bg-overlay",
            "-vigie-row-hover",
            "-vigie-control",
            "-vigie-surface");
    private static final List<String> CHOSEN = List.of("-color-cell-bg-selected", "-color-cell-bg-selected-focused");
    private static final List<String> TINTED = List.of("accent", "success", "warning", "danger");

    @ParameterizedTest
    @ValueSource(strings = {"dark", "light"})
    void every_text_can_be_read_on_every_ground(String shade) throws IOException {
        Map<String, Color> tokens = tokens(shade);
        List<String> weak = new ArrayList<>();
        for (String ground : GROUNDS) {
            for (String text : TEXTS) weak.addAll(below(4.5, tokens, text, ground));
            weak.addAll(below(4.5, tokens, "-color-fg-subtle", ground));
        }
        // on a chosen row what is subtle becomes muted
        for (String ground : CHOSEN) for (String text : TEXTS) weak.addAll(below(4.5, tokens, text, ground));
        for (String tint : TINTED) {
            weak.addAll(below(4.5, tokens, "-color-" + tint + "-fg", "-color-" + tint + "-subtle"));
            weak.addAll(below(4.5, tokens, "-color-fg-muted", "-color-" + tint + "-subtle"));
        }
        for (String code : List.of("key", "string", "number", "keyword")) {
            weak.addAll(below(4.5, tokens, "-vigie-code-" + code, "-vigie-surface"));
        }
        for (int series = 1; series <= 4; series++)
            weak.addAll(below(4.5, tokens, "-vigie-series-" + series, "-vigie-surface"));
        assertThat(weak).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dark", "light"})
    void white_can_be_read_on_the_filled_buttons(String shade) throws IOException {
        Map<String, Color> tokens = tokens(shade);

        assertThat(ratio(Color.WHITE, token(tokens, "-color-accent-emphasis"))).isGreaterThanOrEqualTo(4.5);
        assertThat(ratio(Color.WHITE, token(tokens, "-color-danger-emphasis"))).isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dark", "light"})
    void fields_focus_and_the_mark_of_production_stand_out(String shade) throws IOException {
        Map<String, Color> tokens = tokens(shade);
        List<String> weak = new ArrayList<>();
        for (String ground : List.of("-color-bg-default", "-color-bg-subtle", "-color-bg-overlay", "-color-bg-inset")) {
            for (String edge : List.of("-vigie-field-border", "-vigie-focus", "-vigie-prod"))
                weak.addAll(below(3, tokens, edge, ground));
        }
        assertThat(weak).isEmpty();
    }

    private static List<String> below(double least, Map<String, Color> tokens, String front, String ground) {
        double ratio = ratio(token(tokens, front), token(tokens, ground));
        return ratio >= least ? List.of() : List.of("%s on %s: %.2f".formatted(front, ground, ratio));
    }

    private static double ratio(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static Color token(Map<String, Color> tokens, String name) {
        return Objects.requireNonNull(tokens.get(name), name);
    }

    private static Map<String, Color> tokens(String shade) throws IOException {
        try (InputStream sheet = Objects.requireNonNull(Theme.class.getResourceAsStream("tokens-" + shade + ".css"))) {
            Map<String, Color> tokens = new HashMap<>();
            Pattern.compile("(-[a-z0-9-]+): (#[0-9a-f]{6});")
                    .matcher(new String(sheet.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .forEach(found -> tokens.put(found.group(1), Color.web(found.group(2))));
            return tokens;
        }
    }
}
