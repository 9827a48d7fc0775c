package dev.vigie.display;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// The environment as the C library of this process sees it: GTK reads `DISPLAY` there, not in Java's copy.
final class Environment {
    private static final int OVERWRITE = 1;

    private Environment() {}

    @SuppressWarnings("restricted") // a call into the C library is what this is for
    static void set(String name, String value) throws NoDisplayException {
        Linker linker = Linker.nativeLinker();
        MethodHandle setenv = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("setenv"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment variable = arena.allocateFrom(name);
            int failed = (int) setenv.invokeExact(variable, arena.allocateFrom(value), OVERWRITE);
            if (failed != 0) throw new NoDisplayException("The variable " + name + " could not be set.");
        } catch (NoDisplayException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new NoDisplayException("The variable " + name + " could not be set.", e);
        }
    }
}
