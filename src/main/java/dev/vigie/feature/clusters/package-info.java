/// Choosing a cluster: contexts with their reachability and their troubles, the rail, the welcome.
@NullMarked
package dev.vigie.feature.clusters;

import org.jspecify.annotations.NullMarked;
