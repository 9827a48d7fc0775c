package dev.vigie.testbed;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/// A test class against a node with real containers. Its tests may take a [ContainerNode] (one for the whole run) as
/// parameter.
/// Skipped loudly where it cannot be had; a failure when `CI=true`.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("real-node")
@ExtendWith(RealNodeExtension.class)
public @interface RealNode {}
