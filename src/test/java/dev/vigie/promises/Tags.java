package dev.vigie.promises;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

/// Reads the [Shows] of a test: those of its method, its class, the classes around it and those it extends.
final class Tags {
    private Tags() {}

    static Set<String> of(Optional<TestSource> source) {
        Set<String> ids = new TreeSet<>();
        source.ifPresent(place -> {
            if (place instanceof MethodSource test) {
                add(ids, test.getJavaMethod().getAnnotation(Shows.class));
                addClass(ids, test.getJavaClass());
            } else if (place instanceof ClassSource test) {
                addClass(ids, test.getJavaClass());
            }
        });
        return ids;
    }

    private static void addClass(Set<String> ids, Class<?> start) {
        for (Class<?> around = start; around != null; around = around.getEnclosingClass()) {
            for (Class<?> type = around; type != null; type = type.getSuperclass()) {
                add(ids, type.getAnnotation(Shows.class));
            }
        }
    }

    private static void add(Set<String> ids, @Nullable Shows tag) {
        if (tag != null) ids.addAll(List.of(tag.value()));
    }
}
