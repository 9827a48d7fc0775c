package dev.vigie.workbench;

import dev.vigie.base.Ref;
import dev.vigie.feature.inspect.InspectView;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Kind;
import dev.vigie.live.Fx;
import dev.vigie.ui.Focus;
import dev.vigie.ui.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The window's keys. Single letters count only while the table has the focus. FX thread only.
final class Keys {
    private static final Map<KeyCode, String> GO = Map.of(
            KeyCode.P,
            "pods",
            KeyCode.D,
            "deployments.apps",
            KeyCode.S,
            "services",
            KeyCode.N,
            "nodes",
            KeyCode.C,
            "configmaps",
            KeyCode.E,
            "events",
            KeyCode.J,
            "jobs.batch",
            KeyCode.I,
            "ingresses.networking.k8s.io",
            KeyCode.R,
            "replicasets.apps");

    private final Desk desk;
    private final WorkbenchView view;
    private final Theme theme;
    private final Runnable palette;
    private final Fx fx;
    private boolean going;
    private boolean letterTaken;

    Keys(Desk desk, WorkbenchView view, Theme theme, Runnable palette, Fx fx) {
        this.desk = desk;
        this.view = view;
        this.theme = theme;
        this.palette = palette;
        this.fx = fx;
    }

    void on(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (letterTaken) event.consume();
            letterTaken = false;
        });
        scene.addEventFilter(KeyEvent.KEY_RELEASED, event -> desk.presses().released(event.getCode()));
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean took = event.isShortcutDown() ? shortcut(event) : plain(event, scene);
            // the letter of a key that did something is not also written into the field it opened
            letterTaken = took && !event.isShortcutDown() && !event.getText().isBlank();
            if (took) event.consume();
        });
    }

    private boolean shortcut(KeyEvent event) {
        going = false;
        if (view.covered()) return false;
        switch (event.getCode()) {
            case K -> palette.run();
            case F -> {
                if (isInDetails()) return false;
                Filling filling = desk.places().filling();
                if (filling != null) filling.find();
            }
            case EQUALS, PLUS, ADD -> theme.larger();
            case MINUS, SUBTRACT -> theme.smaller();
            case DIGIT0, NUMPAD0 -> theme.normalSize();
            case T -> desk.presses().once(KeyCode.T, desk.places()::addTab);
            case W -> desk.places().closeTab();
            case TAB -> desk.places().stepTab(event.isShiftDown() ? -1 : 1);
            case PAGE_DOWN -> desk.places().stepTab(1);
            case PAGE_UP -> desk.places().stepTab(-1);
            case N -> {
                Intent open = event.isShiftDown() ? new Intent.MoveToWindow() : new Intent.OpenWindow();
                desk.presses().once(KeyCode.N, () -> desk.accept(open));
            }
            case Q -> desk.accept(new Intent.Quit());
            case B -> desk.accept(new Intent.Split(event.isShiftDown()));
            case C -> {
                if (!event.isShiftDown()) return false;
                view.mirror.copy();
            }
            default -> {
                return cluster(event);
            }
        }
        return true;
    }

    private boolean cluster(KeyEvent event) {
        int number = digit(event);
        List<Session> open = List.copyOf(desk.sessions());
        if (number < 1 || number > open.size()) return false;
        desk.accept(new Intent.OpenContext(open.get(number - 1).context()));
        return true;
    }

    /// By the key, so that Ctrl+1 works whatever Ctrl makes of the letter; by what it writes where the key is another.
    private static int digit(KeyEvent event) {
        String name = event.getCode().isDigitKey() ? event.getCode().getName() : event.getText();
        char last = name.isEmpty() ? ' ' : name.charAt(name.length() - 1);
        return last >= '0' && last <= '9' ? last - '0' : -1;
    }

    private boolean plain(KeyEvent event, Scene scene) {
        if (view.covered()) return false;
        boolean typing = scene.getFocusOwner() instanceof TextInputControl;
        if (event.getCode() == KeyCode.F1 || (!typing && event.getText().equals("?"))) {
            desk.accept(new Intent.ShowKeys());
            return true;
        }
        if (event.getCode() == KeyCode.F6) {
            region(scene, event.isShiftDown());
            return true;
        }
        if (event.isAltDown() && (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT)) {
            desk.step(event.getCode() == KeyCode.LEFT ? WorkbenchView.Step.BACK : WorkbenchView.Step.FORWARD);
            return true;
        }
        if (event.getCode() == KeyCode.ESCAPE && !typing) {
            boolean inside = view.beside.details() instanceof InspectView details && isInDetails() && details.escaped();
            return inside || desk.closeDetails();
        }
        Filling filling = desk.places().filling();
        boolean inRows = filling != null && isRows(scene.getFocusOwner());
        if (!inRows) going = false;
        return inRows && filling != null && !event.isAltDown() && letter(event, filling);
    }

    /// Whoever reads the details searches in those.
    private boolean isInDetails() {
        Node owner = view.getScene().getFocusOwner();
        Node details = view.beside.details();
        return owner != null && details != null && Focus.within(owner, details);
    }

    /// A table or a list of the middle.
    private boolean isRows(@Nullable Node node) {
        return (node instanceof TableView<?> || node instanceof ListView<?>) && Focus.within(node, view.middle());
    }

    private boolean letter(KeyEvent event, Filling filling) {
        if (going && !event.getCode().isModifierKey()) {
            going = false;
            return go(event.getCode());
        }
        if (event.getText().equals("/")) {
            fx.later(filling::filter);
            return true;
        }
        if (event.getCode() == KeyCode.L) return logs(filling, event.isShiftDown());
        if (event.isShiftDown()) return false;
        switch (event.getCode()) {
            case G -> going = true;
            case N -> fx.later(filling::pickNamespaces);
            case SLASH, DIVIDE -> fx.later(filling::filter);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean logs(Filling filling, boolean previous) {
        Ref current = filling.current();
        if (current == null) return false;
        desk.accept(new Intent.Logs(current, "", previous));
        return true;
    }

    private boolean go(KeyCode code) {
        String resource = GO.get(code);
        Session session = desk.active();
        Kind kind =
                resource == null || session == null ? null : session.discovery().find(resource);
        if (kind == null) return false;
        desk.accept(new Intent.Show(Screens.ofKind(kind)));
        return true;
    }

    /// Rail, navigation, top bar, the call to sign in, the middle or its halves, details, command mirror, and round
    /// again.
    private void region(Scene scene, boolean backwards) {
        List<Node> regions = new ArrayList<>(List.of(view.rail, view.navigation, view.folded, view.top, view.signIn));
        regions.addAll(view.middle().regions());
        if (view.beside.details() != null) regions.add(view.beside.details());
        regions.add(view.mirror);
        regions.removeIf(region -> !region.isVisible() || !region.isManaged());
        int at = -1;
        for (Node node = scene.getFocusOwner(); node != null && at < 0; node = node.getParent())
            at = regions.indexOf(node);
        int step = backwards ? regions.size() - 1 : 1;
        for (int i = 1; i <= regions.size(); i++) {
            Node next = regions.get(Math.floorMod(Math.max(at, backwards ? 0 : -1) + i * step, regions.size()));
            if (focus(next)) return;
        }
    }

    private static boolean focus(Node region) {
        if (region instanceof javafx.scene.Parent parent && !region.isFocusTraversable()) {
            for (Node child : parent.getChildrenUnmodifiable()) if (child.isVisible() && focus(child)) return true;
            return false;
        }
        if (region.isDisabled() || !region.isFocusTraversable()) return false;
        region.requestFocus();
        return true;
    }
}
