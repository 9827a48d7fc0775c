package dev.vigie.promises;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says which promises of `docs/promises.md` a test shows. Only on a test that would fail if the promise were broken.
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Shows {
    String[] value();
}
