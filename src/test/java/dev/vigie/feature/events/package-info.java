@NullMarked
package dev.vigie.feature.events;

import org.jspecify.annotations.NullMarked;
