package dev.vigie.feature.browse;

import dev.vigie.base.Messages;
import dev.vigie.base.Ref;
import dev.vigie.catalog.Deeds;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Kind;
import dev.vigie.kube.KubeFailure;
import dev.vigie.live.Rights;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;

/// What can be changed of the objects a menu was opened on; what one may not do says why, and cannot be chosen.
final class DeedItems {
    private static final Messages TEXTS = Messages.of("browse");

    private final Rights rights;
    private final Consumer<Intent> desk;

    DeedItems(Rights rights, Consumer<Intent> desk) {
        this.rights = rights;
        this.desk = desk;
    }

    /// With a line above them; none where nothing is known to be changed.
    List<MenuItem> of(Kind kind, List<Ref> refs) {
        List<MenuItem> items = new ArrayList<>();
        for (Deeds.Deed deed : Deeds.of(kind)) items.add(item(kind, deed, refs));
        if (!items.isEmpty()) items.addFirst(new SeparatorMenuItem());
        return items;
    }

    private MenuItem item(Kind kind, Deeds.Deed deed, List<Ref> refs) {
        Intent.Change change = deed.of().apply(refs);
        String word = TEXTS.say("deed", deed.word(), refs.size());
        MenuItem item = new MenuItem(word);
        item.setId("deed-" + deed.id());
        item.setMnemonicParsing(false);
        item.setDisable(true);
        item.setOnAction(_ -> desk.accept(change));
        rights.ask(Deeds.access(change, kind), no -> said(item, word, no));
        return item;
    }

    private static void said(MenuItem item, String word, @Nullable KubeFailure no) {
        item.setDisable(no != null);
        item.setText(no == null ? word : TEXTS.say("deed.not", word, no.title()));
    }
}
