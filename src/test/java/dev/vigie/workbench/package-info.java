/// The window on stand-ins for clusters.
@org.jspecify.annotations.NullMarked
package dev.vigie.workbench;
