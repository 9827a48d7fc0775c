/// What Vigie knows of a kind beyond the server's own table: one file a kind.
@NullMarked
package dev.vigie.catalog;

import org.jspecify.annotations.NullMarked;
