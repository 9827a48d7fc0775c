package dev.vigie.kube.config;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Turns the bytes of a kubeconfig into a tree. Nothing in the text is ever executed, instantiated or expanded without
/// bound.
final class YamlReading {
    private static final int DEPTH = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final long deadline;

    private YamlReading(Path file, Duration limit) {
        this.file = file;
        this.deadline = System.nanoTime() + limit.toNanos();
    }

    static YamlTree read(Path file, byte[] bytes, Duration limit) throws BadFile {
        return new YamlReading(file, limit).tree(bytes);
    }

    private YamlTree tree(byte[] bytes) throws BadFile {
        String text = text(bytes);
        try {
            return compose(text);
        } catch (MarkedYAMLException e) {
            if (text.stripLeading().startsWith("{")) return json(text, e);
            throw syntax(e);
        } catch (ReaderException e) {
            throw new BadFile(Problem.of("file.binary", file));
        } catch (OutOfTime e) {
            throw new BadFile(Problem.of("file.slow", file));
        } catch (YAMLException e) {
            throw new BadFile(Problem.of("file.yaml", file, 1, 1, plain(e.getMessage())));
        }
    }

    private String text(byte[] bytes) throws BadFile {
        try {
            return EncodedText.of(bytes).text();
        } catch (CharacterCodingException e) {
            throw new BadFile(Problem.of("file.binary", file));
        }
    }

    private YamlTree compose(String text) throws BadFile {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        options.setNestingDepthLimit(DEPTH);
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        options.setTagInspector(tag -> true); // NodeTree refuses them, with the place and our own words
        StreamReader reader = new StreamReader(new Hurried(text));
        Composer composer = new Composer(new ParserImpl(reader, options), new KeepTags(), options);
        Node node = composer.checkNode() ? composer.getNode() : null;
        boolean more = node != null && anotherDocument(composer);
        return new NodeTree(file, DEPTH).tree(node, more);
    }

    private static boolean anotherDocument(Composer composer) {
        try {
            return composer.checkNode();
        } catch (YAMLException e) {
            return true;
        }
    }

    /// YAML readers stumble over tabs and a few escapes that JSON allows.
    private YamlTree json(String text, MarkedYAMLException asYaml) throws BadFile {
        try {
            return YamlTree.of(JSON.readTree(text));
        } catch (JacksonException e) {
            throw syntax(asYaml);
        }
    }

    private BadFile syntax(MarkedYAMLException e) {
        var mark = e.getProblemMark();
        int line = mark == null ? 1 : mark.getLine() + 1;
        int column = mark == null ? 1 : mark.getColumn() + 1;
        return new BadFile(Problem.of("file.yaml", file, line, column, plain(e.getProblem())));
    }

    /// The parser's words without the text around the fault, which may hold a credential.
    private static String plain(@Nullable String words) {
        String first = words == null ? "" : words.lines().findFirst().orElse("");
        return PlainText.of(first.length() > 120 ? first.substring(0, 120) + "…" : first);
    }

    /// Keeps apart what was tagged and what was not, so that [Scalars] decides alone.
    private static final class KeepTags extends Resolver {
        private static final Tag PLAIN = new Tag(Scalars.PLAIN);

        @Override
        protected void addImplicitResolvers() {}

        @Override
        public Tag resolve(NodeId kind, String value, boolean implicit) {
            return switch (kind) {
                case scalar -> implicit ? PLAIN : Tag.STR;
                case sequence -> Tag.SEQ;
                case mapping, anchor -> Tag.MAP;
            };
        }
    }

    /// Time ran out while reading.
    private static final class OutOfTime extends YAMLException {
        private static final long serialVersionUID = 1L;

        OutOfTime() {
            super("out of time");
        }
    }

    /// Ends a reading that takes too long: the parser asks for text in small pieces.
    private final class Hurried extends Reader {
        private final StringReader text;

        Hurried(String text) {
            this.text = new StringReader(text);
        }

        @Override
        public int read(char[] buffer, int from, int count) throws IOException {
            if (System.nanoTime() > deadline) throw new OutOfTime();
            return text.read(buffer, from, count);
        }

        @Override
        public void close() {
            text.close();
        }
    }
}
