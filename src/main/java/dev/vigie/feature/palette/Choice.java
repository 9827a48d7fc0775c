package dev.vigie.feature.palette;

import dev.vigie.kind.Intent;
import java.util.List;

/// Something the palette offers: what it is called, a hint beside it, other words it is known by, and what it does.
public record Choice(String icon, String name, String hint, List<String> words, Intent intent) {
    public Choice {
        words = List.copyOf(words);
    }
}
