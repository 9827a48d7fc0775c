@NullMarked
package dev.vigie.feature.overview;

import org.jspecify.annotations.NullMarked;
