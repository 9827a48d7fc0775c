/// Defaults and validation of each kind, as the API server fills and refuses.
@NullMarked
package dev.vigie.demo.rules;

import org.jspecify.annotations.NullMarked;
