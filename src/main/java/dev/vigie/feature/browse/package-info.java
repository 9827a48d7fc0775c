/// The live table of one kind: namespaces, filter, sort, selection.
@NullMarked
package dev.vigie.feature.browse;

import org.jspecify.annotations.NullMarked;
