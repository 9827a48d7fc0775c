package dev.vigie.kube.config;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Makes another context the current one, in the file and under the lock of `kubectl config use-context`; of that file
/// nothing but the name changes. May wait; not on the FX thread.
public final class CurrentContext {
    private final String context;
    private final List<Path> files;
    private final Path file;

    private CurrentContext(String context, List<Path> files, Path file) {
        this.context = context;
        this.files = files;
        this.file = file;
    }

    /// What came of it.
    public sealed interface Outcome {}

    /// It is written into `file`; `before` was current until then, `""` for none.
    public record Made(Path file, String before) implements Outcome {}

    /// It is current already; nothing was written.
    public record Already() implements Outcome {}

    /// Nothing was written.
    public record Refused(Problem problem) implements Outcome {}

    /// `files` are those that kubectl reads, in its order.
    public static Outcome make(String context, List<Path> files) {
        Path file = writtenBy(files);
        if (file == null) return new Refused(unknown(context, files));
        CurrentContext made = new CurrentContext(context, files, file);
        try {
            return made.made();
        } catch (Refusal e) {
            return new Refused(e.problem());
        } catch (BadFile e) {
            return new Refused(e.problem());
        }
    }

    /// The file that kubectl writes into: the only one, else the first that exists; null if there is none.
    static @Nullable Path writtenBy(List<Path> files) {
        for (Path file : files) if (Files.exists(file)) return file;
        return null;
    }

    private static Problem unknown(String context, List<Path> files) {
        return Problem.of(
                "current.unknown", context, files.stream().map(Path::toString).collect(Collectors.joining(", ")));
    }

    private Outcome made() throws Refusal, BadFile {
        try (KubectlLock _ = KubectlLock.take(file)) {
            Kubeconfig now = KubeconfigLoading.load(files);
            if (now.context(context) == null) throw new Refusal(unknown(context, files));
            if (now.current().equals(context)) return new Already();
            byte[] before = bytes();
            ReplacedFile.write(file, before, edited(before));
            return new Made(file, now.current());
        }
    }

    /// What the file holds, if kubectl could use it.
    private byte[] bytes() throws Refusal {
        return switch (FileReading.one(file, KubeconfigLoading.LIMIT)) {
            case FileReading.Missing _, FileReading.Folder _ -> throw new Refusal(unknown(context, files));
            case FileReading.Bad bad -> throw new Refusal(bad.problem());
            case FileReading.Good good -> {
                for (FileTrouble trouble : good.content().rest().troubles())
                    if (trouble.weight() != FileTrouble.Weight.HINT) throw new Refusal(trouble.problem());
                ByteBuffer bytes = good.bytes().duplicate();
                byte[] all = new byte[bytes.remaining()];
                bytes.get(all);
                yield all;
            }
        };
    }

    /// Read again before it is believed: anchors, merges and blocks may make more of a name than a name.
    private byte[] edited(byte[] before) throws Refusal, BadFile {
        JsonNode wanted = wanted(YamlReading.read(file, before, KubeconfigLoading.LIMIT));
        EncodedText old = text(before);
        for (String text : CurrentEdit.of(old.text(), context)) {
            byte[] after = old.bytes(text);
            if (means(after, wanted)) return after;
        }
        throw new Refusal(Problem.of("current.tangled", file));
    }

    private EncodedText text(byte[] bytes) throws Refusal {
        try {
            return EncodedText.of(bytes);
        } catch (CharacterCodingException e) {
            throw new Refusal(Problem.of("file.binary", file), e);
        }
    }

    private JsonNode wanted(YamlTree tree) {
        ObjectNode wanted = JsonNodeFactory.instance.objectNode();
        if (tree.root() instanceof ObjectNode object) wanted.setAll(object);
        return wanted.put(CurrentEdit.KEY, context);
    }

    private boolean means(byte[] bytes, JsonNode wanted) {
        try {
            return YamlReading.read(file, bytes, KubeconfigLoading.LIMIT).root().equals(wanted);
        } catch (BadFile e) {
            return false;
        }
    }
}
