/// Tests of the built-in shell.
@NullMarked
package dev.vigie.demo.inside.shell;

import org.jspecify.annotations.NullMarked;
