package dev.vigie.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// How everything looks: AtlantaFX below, our tokens and parts above it, one zoom for all. Dresses any number of
/// scenes,
/// which follow it afterwards. FX thread only.
public final class Theme {
    private static final double BASE = 13;
    private static final double STEP = 0.1;
    private static final double LEAST = 0.5;
    private static final double MOST = 2;
    private static final List<String> FONTS = List.of(
            "Inter-Regular.otf",
            "Inter-Medium.otf",
            "Inter-SemiBold.otf",
            "JetBrainsMono-Regular.ttf",
            "JetBrainsMono-Medium.ttf");
    private static final List<String> SHEETS = List.of(
            "parts.css", "workbench.css", "clusters.css", "browse.css", "inspect.css", "change.css", "reading.css");

    /// Light or dark.
    public enum Shade {
        LIGHT,
        DARK
    }

    private final Set<Scene> dressed = Collections.newSetFromMap(new WeakHashMap<>());
    private final ReadOnlyObjectWrapper<Shade> shade;
    private final ReadOnlyObjectWrapper<Double> zoom;

    public Theme(Shade shade, double zoom) {
        this.shade = new ReadOnlyObjectWrapper<>(shade);
        this.zoom = new ReadOnlyObjectWrapper<>(bounded(zoom));
        for (String font : FONTS) load(font);
        this.shade.addListener((_, _, _) -> dressed.forEach(this::put));
        this.zoom.addListener((_, _, _) -> dressed.forEach(this::fit));
    }

    /// Gives the scene its looks, now and whenever they change. To be called before its window is shown. A scene that
    /// nobody holds any more is let go.
    public void dress(Scene scene) {
        dressed.add(scene);
        fit(scene);
    }

    private void fit(Scene scene) {
        put(scene);
        zoomed(scene);
    }

    public ReadOnlyObjectProperty<Shade> shade() {
        return shade.getReadOnlyProperty();
    }

    /// 1 is 100 %.
    public ReadOnlyObjectProperty<Double> zoom() {
        return zoom.getReadOnlyProperty();
    }

    public void show(Shade wanted) {
        shade.set(wanted);
    }

    public void switchShade() {
        show(shade.get() == Shade.DARK ? Shade.LIGHT : Shade.DARK);
    }

    public void larger() {
        zoom.set(bounded(zoom.get() + STEP));
    }

    public void smaller() {
        zoom.set(bounded(zoom.get() - STEP));
    }

    public void normalSize() {
        zoom.set(1.0);
    }

    /// Pixels at 100 % as pixels now, for sizes that are set in code.
    public double px(double pixels) {
        return Math.round(pixels * zoom.get());
    }

    private static double bounded(double wanted) {
        return Math.clamp(Math.round(wanted * 100) / 100.0, LEAST, MOST);
    }

    private void put(Scene scene) {
        boolean dark = shade.get() == Shade.DARK;
        scene.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        List<String> sheets = new java.util.ArrayList<>();
        sheets.add(sheet(dark ? "tokens-dark.css" : "tokens-light.css"));
        for (String name : SHEETS) sheets.add(sheet(name));
        sheets.add(iconSizes());
        scene.getStylesheets().setAll(sheets);
    }

    private void zoomed(Scene scene) {
        scene.getRoot().setStyle("-fx-font-size: " + BASE * zoom.get() + "px;");
    }

    /// Icon fonts take their size in pixels only, so the zoom writes them.
    private String iconSizes() {
        String css = ".ikonli-font-icon { -fx-icon-size: " + px(14) + "px; }"
                + ".icon-button-glyph { -fx-icon-size: " + px(16) + "px; }"
                + ".icon-title { -fx-icon-size: " + px(18) + "px; }"
                + ".icon-headline, .icon-ok.icon-headline { -fx-icon-size: " + px(18) + "px; }"
                + ".icon-ok { -fx-icon-size: " + px(7) + "px; }"
                + ".rail-corner .ikonli-font-icon { -fx-icon-size: " + px(10) + "px; }"
                + ".welcome-mark { -fx-icon-size: " + px(44) + "px; }";
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.US_ASCII));
    }

    private static String sheet(String name) {
        return resource(name).toExternalForm();
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), name);
    }

    private static void load(String font) {
        try (InputStream stream = resource("fonts/" + font).openStream()) {
            if (Font.loadFont(stream, BASE) == null)
                throw new IllegalStateException("the font " + font + " cannot be read");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
