/// Tests of the live rows, and rows written by hand.
@org.jspecify.annotations.NullMarked
package dev.vigie.live;
