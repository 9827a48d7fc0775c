/// Tests of the list of clusters, and pictures of it.
@NullMarked
package dev.vigie.feature.clusters;

import org.jspecify.annotations.NullMarked;
