/// The fences of the house: what may know what, how large a thing may grow, what is never done. Each is proved by a
/// planted fault.
@NullMarked
package dev.vigie.gates;

import org.jspecify.annotations.NullMarked;
