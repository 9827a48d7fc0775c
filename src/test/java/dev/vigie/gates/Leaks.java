package dev.vigie.gates;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.vigie.gates.Gate.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/// What holds credentials is never made into text: these types print tokens, passwords and Secret values.
final class Leaks {
    private static final Set<String> PRINT_SECRETS = Set.of(
            "io.fabric8.kubernetes.client.Config",
            "io.fabric8.kubernetes.api.model.Config",
            "io.fabric8.kubernetes.api.model.AuthInfo",
            "io.fabric8.kubernetes.api.model.NamedAuthInfo",
            "io.fabric8.kubernetes.api.model.Secret",
            "io.fabric8.kubernetes.api.model.SecretList");

    private static final Set<String> MAKE_TEXT = Set.of(
            "java.lang.String",
            "java.lang.StringBuilder",
            "java.lang.StringBuffer",
            "java.util.Objects",
            "java.util.StringJoiner",
            "java.util.Formatter",
            "java.io.PrintStream",
            "java.io.PrintWriter",
            "java.text.MessageFormat",
            "java.text.Format",
            "java.util.logging.Logger",
            "java.lang.System.Logger",
            "org.slf4j.Logger",
            "org.slf4j.spi.LoggingEventBuilder",
            "dev.vigie.base.Messages");

    private static final Set<String> KEEP_SILENT =
            Set.of("equals", "hash", "hashCode", "isNull", "nonNull", "requireNonNull");

    private Leaks() {}

    static List<Gate> gates() {
        return List.of(new Gate("no-credentials-as-text", Reach.PROGRAM, house -> {
            Finder finder = new Finder(house.sources());
            finder.scan(house.sources().units(), null);
            return finder.faults;
        }));
    }

    private static final class Finder extends TreePathScanner<Void, Void> {
        final List<String> faults = new ArrayList<>();
        private final Sources sources;

        Finder(Sources sources) {
            this.sources = sources;
        }

        @Override
        public Void visitBinary(BinaryTree sum, Void none) {
            if (sum.getKind() == Tree.Kind.PLUS) {
                look(sum.getLeftOperand());
                look(sum.getRightOperand());
            }
            return super.visitBinary(sum, null);
        }

        @Override
        public Void visitCompoundAssignment(CompoundAssignmentTree sum, Void none) {
            look(sum.getExpression());
            return super.visitCompoundAssignment(sum, null);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
            if (call.getMethodSelect() instanceof MemberSelectTree select
                    && select.getIdentifier().contentEquals("toString")) {
                look(select.getExpression());
            }
            if (makesText(sources.trees().getElement(getCurrentPath())))
                call.getArguments().forEach(this::look);
            return super.visitMethodInvocation(call, null);
        }

        private static boolean makesText(@Nullable Element method) {
            return method != null
                    && method.getKind() == ElementKind.METHOD
                    && !KEEP_SILENT.contains(method.getSimpleName().toString())
                    && MAKE_TEXT.contains(String.valueOf(method.getEnclosingElement()));
        }

        private void look(ExpressionTree part) {
            TypeMirror type = sources.trees().getTypeMirror(new TreePath(getCurrentPath(), part));
            if (printsSecrets(type)) {
                faults.add(sources.place(getCurrentPath()) + " makes text of a " + type + ": "
                        + getCurrentPath().getLeaf());
            }
        }

        /// True also for a list, a map or an array of such things.
        private static boolean printsSecrets(@Nullable TypeMirror type) {
            if (type instanceof ArrayType array) return printsSecrets(array.getComponentType());
            if (!(type instanceof DeclaredType declared)) return false;
            return isOne(declared) || declared.getTypeArguments().stream().anyMatch(Finder::printsSecrets);
        }

        /// One of them, or what extends it.
        private static boolean isOne(DeclaredType type) {
            TypeElement element = (TypeElement) type.asElement();
            return PRINT_SECRETS.contains(element.getQualifiedName().toString())
                    || (element.getSuperclass() instanceof DeclaredType above && isOne(above));
        }
    }
}
