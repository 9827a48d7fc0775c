@NullMarked
package dev.vigie.feature.everything;

import org.jspecify.annotations.NullMarked;
