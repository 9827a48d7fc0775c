package dev.vigie.feature.logs;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Measures of the lines in pixels: everything is a multiple of one letter.
record Grid(Font font, Font medium, double letter, double row, double base) {
    private static final int SAMPLE = 40;

    static Grid of(double size) {
        Font font = Font.font("JetBrains Mono", size);
        Text sample = new Text("0".repeat(SAMPLE));
        sample.setFont(font);
        double letter = sample.getLayoutBounds().getWidth() / SAMPLE;
        double row = Math.round(size * 20 / 12);
        double height = sample.getLayoutBounds().getHeight();
        double ascent = -sample.getLayoutBounds().getMinY();
        return new Grid(
                font, Font.font("JetBrains Mono Medium", size), letter, row, Math.round((row - height) / 2 + ascent));
    }

    double width(String text) {
        if (text.chars().allMatch(c -> c < 0x250)) return text.length() * letter;
        Text sample = new Text(text);
        sample.setFont(font);
        return sample.getLayoutBounds().getWidth();
    }
}
