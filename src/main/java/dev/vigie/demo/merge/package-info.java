/// How a change is laid on an object: JSON patch, merge patch, strategic merge patch, server-side apply and who owns
/// which field.
@NullMarked
package dev.vigie.demo.merge;

import org.jspecify.annotations.NullMarked;
