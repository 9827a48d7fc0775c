/// Tests of what containers are given.
@NullMarked
package dev.vigie.demo.inside.given;

import org.jspecify.annotations.NullMarked;
