package dev.vigie.workbench;

import dev.vigie.feature.clusters.ConsentView;
import dev.vigie.kube.config.PluginRun;
import dev.vigie.live.Fx;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Asks a person whether a plugin may run, in the window that is in front; one question at a time, and none that was
/// answered meanwhile. Called on the thread that needs credentials.
final class Asking {
    private final Fx fx;
    private final Approved approved;
    private final Supplier<@Nullable WorkbenchView> front;
    private final ReentrantLock asking = new ReentrantLock();
    private @Nullable Question open;

    /// What is asked, and where.
    private record Question(WorkbenchView in, Consumer<ConsentView.Answer> answer) {}

    Asking(Fx fx, Approved approved, Supplier<@Nullable WorkbenchView> front) {
        this.fx = fx;
        this.approved = approved;
        this.front = front;
    }

    boolean allows(PluginRun run) {
        if (approved.has(run)) return true;
        asking.lock();
        try {
            return approved.has(run)
                    || approved.keep(run, fx.asked(answer -> question(run, answer), ConsentView.Answer.REFUSED));
        } finally {
            asking.unlock();
        }
    }

    private void question(PluginRun run, Consumer<ConsentView.Answer> answer) {
        WorkbenchView view = front.get();
        if (view == null) {
            answer.accept(ConsentView.Answer.REFUSED);
            return;
        }
        Question asked = new Question(view, answer);
        open = asked;
        ConsentView question = new ConsentView(run, word -> {
            view.uncover();
            open = null;
            answer.accept(word);
        });
        StackPane cover = new StackPane(question);
        cover.getStyleClass().add("cover");
        view.cover(cover);
        question.requestFocus();
    }

    /// A window was closed: what was asked in it is refused, so that nobody waits for ever. FX thread.
    void closed(WorkbenchView view) {
        Question asked = open;
        if (asked == null || !asked.in().equals(view)) return;
        open = null;
        asked.answer().accept(ConsentView.Answer.REFUSED);
    }
}
