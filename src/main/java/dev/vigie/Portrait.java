package dev.vigie;

import dev.vigie.base.Messages;
import dev.vigie.display.Picture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Writes a picture of the window once nothing moves in it any more, and then ends the program unless it was told to
/// stay.
final class Portrait {
    private static final Messages TEXTS = Messages.of("start");
    private static final Duration PAUSE = Duration.millis(250);
    private static final int LEAST_LOOKS = 12;
    private static final int MOST_LOOKS = 60;
    private static final int QUIET_LOOKS = 5;

    private final Scene scene;
    private final Path file;
    private final boolean stay;
    private final Timeline clock = new Timeline();
    private @Nullable Picture last;
    private int looks;
    private int quiet;

    private Portrait(Scene scene, Path file, boolean stay) {
        this.scene = scene;
        this.file = file;
        this.stay = stay;
    }

    /// Does what `--picture` and `--stay` among the program's words ask for; nothing if they are not there.
    static void asked(List<String> words, Scene scene) {
        Options options = Options.of(words);
        Path file = options.picture();
        if (file != null) new Portrait(scene, file, options.stay()).begin();
    }

    /// The window's content now. On the FX thread.
    static Picture of(Scene scene) {
        Image image = scene.snapshot(null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return new Picture(width, height, pixels);
    }

    private void begin() {
        clock.getKeyFrames().setAll(new KeyFrame(PAUSE, this::look));
        clock.setCycleCount(MOST_LOOKS);
        clock.play();
    }

    private void look(ActionEvent beat) {
        Picture now = of(scene);
        looks++;
        quiet = now.equals(last) && !waiting() ? quiet + 1 : 0;
        last = now;
        if ((looks >= LEAST_LOOKS && quiet >= QUIET_LOOKS) || looks == MOST_LOOKS) {
            clock.stop();
            keep(now);
        }
    }

    /// A cluster is being opened, or its first rows are on their way: not what a person wants a picture of.
    private boolean waiting() {
        return scene.lookup("#connecting-cancel") != null || scene.lookup("#loading") != null;
    }

    private void keep(Picture picture) {
        try {
            picture.write(file);
            System.out.println(TEXTS.say("picture", file.toAbsolutePath()));
        } catch (IOException e) {
            System.err.println(TEXTS.say("picture.failed", file.toAbsolutePath(), e.toString()));
        }
        if (!stay) Platform.exit();
    }
}
