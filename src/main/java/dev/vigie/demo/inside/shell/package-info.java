/// A small shell with small programs, a small disk and a terminal: all of it in memory, nothing of it a program of the
/// host.
@NullMarked
package dev.vigie.demo.inside.shell;

import org.jspecify.annotations.NullMarked;
