package dev.vigie.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private final Locale before = Messages.language();

    @AfterEach
    void speakAsBefore() {
        Messages.speak(before);
    }

    @Test
    void a_language_vigie_does_not_speak_becomes_English() {
        Messages.speak(Locale.JAPANESE);
        assertThat(Messages.language()).isEqualTo(Locale.ENGLISH);
    }
}
