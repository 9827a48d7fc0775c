/// Every object of the namespaces that are looked at, kind by kind.
@NullMarked
package dev.vigie.feature.everything;

import org.jspecify.annotations.NullMarked;
