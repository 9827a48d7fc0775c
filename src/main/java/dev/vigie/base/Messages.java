package dev.vigie.base;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// The texts of one room, in the language chosen at start (English or French). Safe on any thread.
public final class Messages {
    private static volatile Locale language = supported(Locale.getDefault());

    private final String room;

    private Messages(String room) {
        this.room = room;
    }

    /// The texts of `messages/<room>.properties`.
    public static Messages of(String room) {
        return new Messages(room);
    }

    /// Chooses the language of every text from now on; anything but French is English.
    public static void speak(Locale locale) {
        language = supported(locale);
    }

    public static Locale language() {
        return language;
    }

    /// The text of `key` with `{0}`, `{1}` … filled in by [MessageFormat]'s rules.
    ///
    /// @throws MissingResourceException if the room has no such key
    public String say(String key, Object... args) {
        Locale now = language;
        String pattern = ResourceBundle.getBundle("dev.vigie.messages." + room, now, NO_FALLBACK)
                .getString(key);
        return new MessageFormat(pattern, now).format(args);
    }

    private static Locale supported(Locale locale) {
        return locale.getLanguage().equals(Locale.FRENCH.getLanguage()) ? Locale.FRENCH : Locale.ENGLISH;
    }

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
}
