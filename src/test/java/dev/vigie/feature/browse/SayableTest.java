package dev.vigie.feature.browse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.base.Gvk;
import dev.vigie.kind.Column;
import dev.vigie.kind.Kind;
import dev.vigie.live.Filter;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SayableTest {
    private static final List<Column> COLUMNS = List.of(
            new Column("Name", "string", "name", "", 0),
            new Column("Status", "string", "", "", 0),
            new Column("Type", "string", "", "", 0),
            new Column("Node", "string", "", "", 1));

    private static Kind kind(String plural) {
        return new Kind(new Gvk("", "v1", plural), plural, plural, List.of(), List.of(), true, List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pods | label:app=a,b label:!tier label:x!=y label:z=1 | app in (a,b),!tier,x!=y,z=1 | '' | ''",
                "pods | -label:app=a,b | app notin (a,b) | '' | ''",
                "pods | label:app=\"a b\" | '' | '' | label:app=\"a b\"",
                "pods | mongo -x age>1h restarts>3 | '' | '' | mongo -x age>1h restarts>3",
                "pods | name=a node!=n1 ns=shop | '' | metadata.name=a,spec.nodeName!=n1,metadata.namespace=shop | ''",
                "pods | node:n1 node=n1,n2 node=<none> | '' | '' | node:n1 node=n1,n2 node=<none>",
                "pods | status:Running | '' | status.phase=Running | status:Running",
                "pods | status:!Running status:Completed | '' | '' | status:!Running status:Completed",
                "namespaces | status=Active | '' | status.phase=Active | ''",
                "secrets | type=Opaque type:Op | '' | type=Opaque | type:Op",
                "pods | type=Opaque nothing=x | '' | '' | type=Opaque nothing=x",
            })
    void a_filter_is_said_in_kubectls_words_and_what_it_cannot_say_is_kept(
            String kind, String filter, String selector, String fields, String unsaid) {
        Sayable sayable = Sayable.of(Filter.parse(filter), kind(kind), COLUMNS);
        assertThat(sayable)
                .isEqualTo(new Sayable(
                        selector, fields, unsaid.isEmpty() ? List.of() : List.of(unsaid.split(" (?!b\")"))));
    }
}
