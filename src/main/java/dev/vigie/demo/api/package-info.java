/// The API server of the demo: what a request means, whatever brought it.
@NullMarked
package dev.vigie.demo.api;

import org.jspecify.annotations.NullMarked;
