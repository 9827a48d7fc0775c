/// A cluster at a glance: what is wrong now, what was warned of, what runs, and what there is room for.
@NullMarked
package dev.vigie.feature.overview;

import org.jspecify.annotations.NullMarked;
