package dev.vigie.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.vigie.promises.planted.Planted;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PromisesTest {

    @Test
    void every_id_that_a_test_claims_to_show_was_promised() {
        JavaClasses tests = new ClassFileImporter()
                .withImportOption(location -> !location.contains("/promises/planted/"))
                .importPath(Path.of("target", "test-classes"));
        assertThat(Promises.ours().unknown(claimed(tests))).isEmpty();
    }

    @Test
    void an_id_that_nobody_promised_is_found() {
        JavaClasses planted = new ClassFileImporter().importClasses(Planted.Boaster.class);
        assertThat(Promises.ours().unknown(claimed(planted))).containsExactly("B99", "Q1");
    }

    @Test
    void the_list_holds_every_row_it_was_to_hold() {
        assertThat(Promises.ours().sentences()).hasSize(225);
    }

    @Test
    void a_promise_made_twice_is_refused() {
        assertThatThrownBy(() -> Promises.read(List.of("| B1 | one |", "| B1 | two |")))
                .hasMessage("promised twice: B1");
    }

    private static Set<String> claimed(JavaClasses classes) {
        Set<String> ids = new TreeSet<>();
        for (JavaClass type : classes) {
            Stream<HasAnnotations<?>> places = Stream.concat(Stream.of(type), type.getMethods().stream());
            places.filter(place -> place.isAnnotatedWith(Shows.class))
                    .forEach(place -> ids.addAll(
                            List.of(place.getAnnotationOfType(Shows.class).value())));
        }
        return ids;
    }
}
