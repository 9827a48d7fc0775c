/// Details, looked at.
@NullMarked
package dev.vigie.feature.inspect;

import org.jspecify.annotations.NullMarked;
