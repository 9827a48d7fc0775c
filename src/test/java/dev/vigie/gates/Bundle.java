package dev.vigie.gates;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.AttributedCharacterIterator;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// One file of texts, and what is wrong with it by itself.
record Bundle(String name, Map<String, String> texts, List<String> faults) {
    private static final int MOST_ARGUMENTS = 20;

    static Bundle read(Path file) {
        List<String> faults = new ArrayList<>();
        Map<String, String> texts = new TreeMap<>();
        try (Reader reader = Files.newBufferedReader(file)) {
            new Once(texts, faults).load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String name = file.getFileName().toString().replace(".properties", "");
        texts.forEach((key, text) -> {
            String bare = text.replace("''", "").replaceAll("'[{}]+'", "");
            if (bare.contains("'")) faults.add(key + " has a lone apostrophe (double it)");
        });
        return new Bundle(
                name, texts, faults.stream().map(fault -> name + ": " + fault).toList());
    }

    /// Every bundle of a folder, by name.
    static Map<String, Bundle> all(Path folder) {
        if (!Files.isDirectory(folder)) return Map.of();
        Map<String, Bundle> bundles = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".properties"))
                    .map(Bundle::read)
                    .forEach(bundle -> bundles.put(bundle.name, bundle));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bundles;
    }

    /// The numbers of the placeholders in the text of `key`.
    Set<Integer> placeholders(String key) {
        Object[] figures = Collections.nCopies(MOST_ARGUMENTS, 1).toArray();
        AttributedCharacterIterator text =
                new MessageFormat(texts.getOrDefault(key, "")).formatToCharacterIterator(figures);
        Set<Integer> numbers = new TreeSet<>();
        for (int at = text.getBeginIndex(); at < text.getEndIndex(); at++) {
            text.setIndex(at);
            if (text.getAttribute(MessageFormat.Field.ARGUMENT) instanceof Integer number) numbers.add(number);
        }
        return numbers;
    }

    /// Properties that complain of a key written twice.
    private static final class Once extends Properties {
        private static final long serialVersionUID = 1L;
        private final transient Map<String, String> texts;
        private final transient List<String> faults;

        Once(Map<String, String> texts, List<String> faults) {
            this.texts = texts;
            this.faults = faults;
        }

        @Override
        public synchronized Object put(Object key, Object text) {
            Object before = texts.put((String) key, (String) text);
            if (before != null) faults.add(key + " stands there twice");
            return text;
        }
    }
}
