/// What the containers of the demo are given: their environment, the files of their volumes, and who they reach by
/// name.
@NullMarked
package dev.vigie.demo.inside.given;

import org.jspecify.annotations.NullMarked;
