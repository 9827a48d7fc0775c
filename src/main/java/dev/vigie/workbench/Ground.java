package dev.vigie.workbench;

import dev.vigie.live.Fx;
import dev.vigie.ui.Theme;

/// What all windows stand on: the door between threads, the clusters that are open, the looks, what is remembered.
record Ground(Fx fx, Sessions sessions, Theme theme, Memory memory) {}
