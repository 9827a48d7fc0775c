/// What the API server's typed decoding makes of a tree: fields that no type knows are dropped or refused, wrong types
/// are refused, amounts get their shortest text, and what is empty stands or falls as its type says.
@NullMarked
package dev.vigie.demo.rules.decode;

import org.jspecify.annotations.NullMarked;
