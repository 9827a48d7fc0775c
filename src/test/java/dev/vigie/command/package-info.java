/// Tests of command.
@org.jspecify.annotations.NullMarked
package dev.vigie.command;
