/// Finding by typing.
@org.jspecify.annotations.NullMarked
package dev.vigie.feature.palette;
