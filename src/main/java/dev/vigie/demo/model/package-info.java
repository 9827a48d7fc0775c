/// The words that the parts of the demo cluster share: resources, objects as JSON trees, refusals, and what controllers
/// may do.
@NullMarked
package dev.vigie.demo.model;

import org.jspecify.annotations.NullMarked;
