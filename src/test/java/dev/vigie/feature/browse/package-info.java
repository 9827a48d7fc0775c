/// Tests of the live table, and a fake server's rows.
@org.jspecify.annotations.NullMarked
package dev.vigie.feature.browse;
