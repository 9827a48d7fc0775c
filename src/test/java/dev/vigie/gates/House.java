package dev.vigie.gates;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;

/// What the gates look at: compiled classes, the sources they came from with their types, and the folder of texts.
record House(JavaClasses classes, Sources sources, Path messages) {

    private static final Path MESSAGES = Path.of("src/main/resources/dev/vigie/messages");

    /// The program as it was just built.
    static House program() {
        return new House(classes(Path.of("target/classes")), Sources.read(List.of(Path.of("src/main/java"))), MESSAGES);
    }

    /// The program and its tests; the sources without types.
    static House programAndTests() {
        return new House(
                classes(Path.of("target/classes"), Path.of("target/test-classes")),
                Sources.parse(List.of(Path.of("src/main/java"), Path.of("src/test/java"))),
                MESSAGES);
    }

    /// A house of a few files in `folder`, compiled to `classes`; texts are in `folder/messages`.
    static House planted(Path folder, Path classes) {
        Sources sources = Sources.read(List.of(folder));
        sources.compileTo(classes);
        return new House(classes(classes), sources, folder.resolve("messages"));
    }

    private static JavaClasses classes(Path... folders) {
        return new ClassFileImporter().importPaths(folders);
    }
}
