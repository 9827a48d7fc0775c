package dev.vigie.gates;

import static java.util.Objects.requireNonNull;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Java files as the compiler sees them: trees with positions, and types where the class path allows.
record Sources(List<Path> files, List<CompilationUnitTree> units, Trees trees) {
    private static final JavaCompiler JAVAC = requireNonNull(ToolProvider.getSystemJavaCompiler());

    /// Every `.java` file below the folders, with types.
    static Sources read(List<Path> folders) {
        return read(folders, true);
    }

    /// The same without types, which are most of the work.
    static Sources parse(List<Path> folders) {
        return read(folders, false);
    }

    private static Sources read(List<Path> folders, boolean types) {
        List<Path> files = folders.stream().flatMap(Sources::below).toList();
        JavacTask task = task(files, List.of("-proc:none", "-classpath", classPath()));
        try {
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            if (types) task.analyze();
            return new Sources(files, List.copyOf(units), Trees.instance(task));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Makes class files of the same sources.
    void compileTo(Path folder) {
        List<String> options = List.of("-proc:none", "-classpath", classPath(), "-d", folder.toString());
        if (!task(files, options).call()) throw new IllegalStateException("does not compile: " + files);
    }

    /// `Name.java:12`, for a fault's first words.
    String place(TreePath path) {
        return place(path.getCompilationUnit(), path.getLeaf());
    }

    String place(CompilationUnitTree unit, Tree tree) {
        return Path.of(unit.getSourceFile().getName()).getFileName() + ":" + line(unit, start(unit, tree));
    }

    /// How many lines `tree` takes, the first and the last included.
    long lines(CompilationUnitTree unit, Tree tree) {
        long end = trees.getSourcePositions().getEndPosition(unit, tree);
        return line(unit, end) - line(unit, start(unit, tree)) + 1;
    }

    private long start(CompilationUnitTree unit, Tree tree) {
        return trees.getSourcePositions().getStartPosition(unit, tree);
    }

    private static long line(CompilationUnitTree unit, long position) {
        return unit.getLineMap().getLineNumber(position);
    }

    private static JavacTask task(List<Path> files, List<String> options) {
        StandardJavaFileManager manager = JAVAC.getStandardFileManager(null, null, null);
        Iterable<? extends JavaFileObject> objects = manager.getJavaFileObjectsFromPaths(files);
        return (JavacTask) JAVAC.getTask(null, manager, problem -> {}, options, null, objects);
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static Stream<Path> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
