/// Parts with looks and no knowledge of any cluster: theme, icons, pills, empty states.
@NullMarked
package dev.vigie.ui;

import org.jspecify.annotations.NullMarked;
