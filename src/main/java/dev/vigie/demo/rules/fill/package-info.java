/// What the API server writes into an object where its author left something out.
@NullMarked
package dev.vigie.demo.rules.fill;

import org.jspecify.annotations.NullMarked;
