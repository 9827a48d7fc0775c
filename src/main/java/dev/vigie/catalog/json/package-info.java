/// Reading what servers send, where any field may be missing, null or of another type than it should be.
@NullMarked
package dev.vigie.catalog.json;

import org.jspecify.annotations.NullMarked;
