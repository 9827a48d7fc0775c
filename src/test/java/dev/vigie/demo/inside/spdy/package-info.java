/// Tests of the frames of SPDY.
@NullMarked
package dev.vigie.demo.inside.spdy;

import org.jspecify.annotations.NullMarked;
