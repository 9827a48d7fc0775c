package dev.vigie;

import dev.vigie.base.Messages;
import dev.vigie.display.Display;
import dev.vigie.display.NoDisplayException;
import dev.vigie.display.VirtualDisplay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;

/// The program's entry; apart from [App] so that the class path alone can start it. Without a display it starts a
/// virtual one.
public final class Launcher {
    private static final Messages TEXTS = Messages.of("start");
    private static final int WRONG_WORDS = 2;

    private Launcher() {}

    public static void main(String[] args) {
        Options options =
                Options.of(args.length > 0 ? List.of(args) : Options.words(System.getProperty("vigie.args", "")));
        if (options.help() || !options.unknown().isEmpty()) {
            System.out.println(TEXTS.say("usage"));
            System.exit(options.help() ? 0 : WRONG_WORDS);
        }
        try {
            Optional<VirtualDisplay> virtual = Display.ensure();
            if (virtual.isPresent()) {
                launchOn(virtual.get(), options);
            } else {
                launch(options);
            }
        } catch (NoDisplayException | IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /// Nobody sees a virtual display: without a word on it, the picture goes to a new file.
    private static void launchOn(VirtualDisplay display, Options options) throws IOException {
        try (display) {
            System.out.println(TEXTS.say("virtual", display.name()));
            System.setProperty("prism.order", "sw");
            Path file = options.picture();
            launch(options.withPicture(file != null ? file : Files.createTempFile("vigie-", ".png")));
        }
    }

    private static void launch(Options options) {
        Application.launch(App.class, options.words().toArray(String[]::new));
    }
}
