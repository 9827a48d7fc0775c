/// A little of the shell's language, as pods' commands use it: read, and played on a clock of its own. No program of
/// the host is ever run.
@NullMarked
package dev.vigie.demo.image.script;

import org.jspecify.annotations.NullMarked;
