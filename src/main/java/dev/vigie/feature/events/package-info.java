/// What has happened in a cluster or in some of its namespaces, warnings first or by time, with repeated events as one.
@NullMarked
package dev.vigie.feature.events;

import org.jspecify.annotations.NullMarked;
