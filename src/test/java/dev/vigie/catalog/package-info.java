/// Tests of catalog.
@org.jspecify.annotations.NullMarked
package dev.vigie.catalog;
