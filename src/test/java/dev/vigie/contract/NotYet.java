package dev.vigie.contract;

import java.util.Map;

/// Cases that are known to differ, and why. A case that holds must not stand here.
final class NotYet {
    static final Map<String, String> WHY = Map.of();

    private NotYet() {}
}
