/// Log text: bytes become bounded, indexed lines that are searched where they lie. No toolkit, no cluster.
@NullMarked
package dev.vigie.text;

import org.jspecify.annotations.NullMarked;
