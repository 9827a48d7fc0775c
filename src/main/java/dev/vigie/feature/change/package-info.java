/// Asking before something in a cluster is changed, carrying it out object by object, and saying what came of each.
@NullMarked
package dev.vigie.feature.change;

import org.jspecify.annotations.NullMarked;
