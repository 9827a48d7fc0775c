@org.jspecify.annotations.NullMarked
package dev.vigie.feature.change;
