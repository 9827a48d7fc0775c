/// The kinds that a server serves, as `kubectl api-resources` lists them.
@NullMarked
package dev.vigie.feature.resources;

import org.jspecify.annotations.NullMarked;
