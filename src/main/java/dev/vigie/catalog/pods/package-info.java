/// The page of a Pod: how it stands, why it is not running or not ready, and what it is made of. Each cause of trouble
/// is a rule of its own.
@NullMarked
package dev.vigie.catalog.pods;

import org.jspecify.annotations.NullMarked;
